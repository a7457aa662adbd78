import { fieldNamed, valueOf } from '../../exchange/fields.ts';
import type { Facts } from '../facts.ts';
import type { Said } from '../heard.ts';
import { saidOf } from '../heard.ts';
import { says } from '../reading/read.ts';
import { showsPassword } from './login-form.ts';
import type { Statement } from './statements.ts';

/** A header field that an answer misses or tells to send, and that the request does not have. */
export interface MissedField {
  readonly name: string;
  /** It would carry a secret, not a context for one. */
  readonly credential: boolean;
  readonly statement: Statement;
}

/** The word for a header field in the languages of servers. */
const fieldWord =
  /\bheaders?\b|en-?t[eê]te|encabezado|cabecera|intestazione|cabe[cç]alho|kopfzeile|请求头|請求頭|標頭|ヘッダ|헤더|заголов/i;

const tells =
  /\b(?:ensure|make sure|set|send(?:ing)?|pass(?:ing)?|provide|include|add|supply|specify|mandatory|(?:must|should) (?:be|have|contain|carry|bear)|need(?:s|ed)?)\b/i;

/** A field called wrong: where it was not sent at all, it is missed. */
const callsWrong =
  /\b(?:invalid|incorrect|bad|wrong|malformed|unexpected)\b[^.;:]{0,40}\bheader\b(?! (?:format|value|name|syntax))/i;

/** Words of a refusal of what was sent too much. */
const tooMuch =
  /\bnot both|together\b|only one|must not (?!be (?:empty|blank|null))|mutually|remove\b|more than one/i;

/** Names of fields: `X-Tenant`, `Client-ID`, `api-version`; in a text of another script `appId` as well. */
const names = /(?<![\p{L}\w./-])(?:[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+)(?![\p{L}\w./-])/gu;
const inner = /(?<![\w./-])[a-z]+[A-Z]\w*(?![\w./-])/g;

/** Names of one word that the language does not have. */
const oneWord =
  /(?<![\p{L}\w./-])(?:api_?key|app_?(?:key|id)|client_?id|access_?key|session_?(?:id|key)|auth_?token|tenant_?id)(?![\p{L}\w./-])/giu;

/** Compound words of the language, which no field is called. */
const words =
  /^(?:re|sign|log|two|multi|one|well|non|pre|self|space|case|up|opt|read|write|cross|rate|client-side|server|e|end|content|accept|user|cache|if|sec)-|-(?:header|feld|kopf)$/i;

const secret =
  /(?:key|token|secret|auth|authorization|authentication|session|password|jwt|-sid|signature|honeycomb-team|jfrog-art-api)$/i;
const context = /^(?:client|app|application|tenant|org|organization|user|account|key)[-_]?id$|key-?id$/i;

const long = 500;

/** Without one of these the patterns below find nothing. */
const mayName =
  /-|header|en-?t[eê]te|encabezado|cabecera|intestazione|cabe[cç]alho|kopfzeile|заголов|[\u3040-\u30ff\u3400-\u9fff]/i;

const named = ({ text }: Statement): readonly string[] => {
  if (!mayName.test(text)) return [];
  const fields = [...text.matchAll(names)].flatMap(({ 0: name, index }) => {
    if (/^x-/i.test(name)) return [name];
    if (words.test(name) || !fieldWord.test(text)) return [];
    return /[A-Z]/.test(name) || nextToFieldWord(text, index, name) ? [name] : [];
  });
  for (const [, before, behind] of text.matchAll(quotedBeside)) {
    const name = before ?? behind;
    if (name !== undefined && !noField.test(name)) fields.push(name);
  }
  const plain = [...text.matchAll(oneWord)].flatMap(({ 0: name, index }) =>
    nextToFieldWord(text, index, name) ? [name] : [],
  );
  return /[\u3040-\u30ff\u3400-\u9fff]/.test(text) && fieldWord.test(text)
    ? [...fields, ...plain, ...[...text.matchAll(inner)].map(([name]) => name)]
    : [...fields, ...plain];
};

/** "include a 'revision' header": one word is a field's name where it stands quoted beside that word. */
const quotedBeside =
  /['"`]([A-Za-z]\w{2,30})['"`] (?:request |http )?header\b|\bheader:? ['"`]([A-Za-z]\w{2,30})['"`]/gi;

const noField = /^(?:bearer|basic|token|digest|missing|required|invalid|true|false|null)$/i;

/** "header 'api-version'", "api-version header": a compound word of the language stands elsewhere. */
const nextToFieldWord = (text: string, index: number, name: string): boolean =>
  /(?:header|en-?t[eê]te|encabezado|cabecera|intestazione|cabe[cç]alho|kopfzeile|заголовок)[s:]*(?: http)?\s+['"`“«]?$/iu.test(
    text.slice(0, index),
  ) || /^['"`”]?:?\s+(?:request |http )?header/i.test(text.slice(index + name.length));

const missedIn = (facts: Facts, statement: Statement): readonly MissedField[] => {
  const { text } = statement;
  if (text.length > long) return [];
  const found = named(statement);
  if (
    found.length === 0 ||
    tooMuch.test(text) ||
    !(tells.test(text) || says('missing', text) || callsWrong.test(text))
  )
    return [];
  return [...new Set(found)]
    .filter((name) => fieldNamed(facts.exchange.request.fields, name) === undefined)
    .map((name) => ({ name, credential: secret.test(name) && !context.test(name), statement }));
};

/** Parameters that tell for what a credential is meant, or that a signature covers. */
const parameter =
  /(?:mandatory|required|missing)[^.;]{0,12}\bparam(?:eter)?s?\b[^.;]{0,6}['"`]?(?:api[-_]?version|timestamp|nonce|signature|sign|recvWindow)\b|\b(?:api[-_ ]?version|timestamp|recvWindow)\b['"`]?[^.;]{0,40}\b(?:is |are |was )?(?:required|mandatory|missing|not (?:sent|provided|set|specified))/i;

/** A header field that the answer misses without a word which. */
const someField =
  /\b(?:required|mandatory|necessary|needed|expected) (?:http |request |custom )?headers? (?:(?:is|are|was|were) )?(?:missing|absent|not (?:sent|present|provided|found|set|supplied))|\b(?:required|mandatory)[_-]?headers?[_-]?(?:is)?[_-]?(?:missing|absent|not[_-]?(?:present|found|provided|set))\b|\bmissing[_ -]?(?:(?:a|some|one of the) )?(?:required|mandatory)[_ -]?(?:http[_ -]?|request[_ -]?)?headers?\b(?!:? ?['"`]?authori[sz]ation)/i;

export const missedSomeField = (facts: Facts): Said | undefined =>
  facts.exchange.request.unseen === true ? undefined : saidOf(facts, someField);

/** The words that miss such a parameter. */
export const missedParameter = (facts: Facts): Said | undefined =>
  facts.exchange.request.unseen === true ? undefined : saidOf(facts, parameter, /invalid|expired|mismatch/i);

/** `hotel_required`, `missing tenant`: what is missed, in a word. */
const missedThing =
  /^(?:error[:_ ])?(?:(?:missing|no)[ _-]([a-z]{3,})(?:[ _-](?:id|header|name))?|([a-z]{3,})(?:[ _-](?:id|header|name))?[ _-](?:is[ _-])?(?:required|missing))\.?$/i;

/** Fields of its own that a server lists for browsers and caches. */
const listing = ['Access-Control-Allow-Headers', 'Vary'];

/** The thing that is missed goes by the name of a field that the same answer lists, and that was not sent. */
const missedInListing = (facts: Facts, statement: Statement): readonly MissedField[] => {
  const [, one, other] = missedThing.exec(statement.text.trim()) ?? [];
  const thing = (one ?? other)?.toLowerCase();
  if (thing === undefined || secret.test(thing)) return [];
  return listing
    .flatMap((name) => (valueOf(facts.response?.fields ?? [], name) ?? '').split(','))
    .map((name) => name.trim())
    .filter(
      (name) =>
        name.toLowerCase().split('-').includes(thing) &&
        !standard.test(name) &&
        fieldNamed(facts.exchange.request.fields, name) === undefined,
    )
    .slice(0, 1)
    .map((name) => ({ name, credential: false, statement }));
};

/** Fields that every server knows. */
const standard =
  /^(?:accept|content|cache|origin|authorization|cookie|user-agent|if|x-requested-with)(?:-|$)/i;

/** A member of a login's body, by its name in one word: `device_identifier cannot be blank`. */
const memberMissed =
  /['"`]?\b([a-z]+(?:_[a-z]+)+|[a-z]+[A-Z]\w*)\b['"`]?(?: field| parameter)? (?:can ?not|can['’]t|must not|may not|should not) be (?:blank|empty|null|missing)\b|(?:missing|required)(?: required)? (?:parameter|field|member|property|value)s?:? ['"`]?\b([a-z]+(?:_[a-z]+)+|[a-z]+[A-Z]\w*)\b|['"`]?\b([a-z]+(?:_[a-z]+)+|[a-z]+[A-Z]\w*)\b['"`]? (?:is|was) (?:required|missing|mandatory)\b/;

/** Whose absence other rules judge. */
const judgedElsewhere =
  /secret|pass|pwd|assertion|code|token|user_?name|grant_type|redirect_?uri|client_?id|refresh|csrf|consent|scope|signature|nonce|email|api_?key/i;

/** What a login or token request lacks in its body beside what proves who asks. */
export const missedMember = (facts: Facts): { readonly name: string; readonly said: Said } | undefined => {
  if (facts.form.length === 0 || !(facts.tokenRequest || showsPassword(facts.form))) return undefined;
  const said = saidOf(facts, memberMissed);
  const name = said?.match.slice(1).find((group) => group !== undefined);
  const plain = name?.toLowerCase().replaceAll('_', '');
  return said === undefined ||
    name === undefined ||
    judgedElsewhere.test(name) ||
    facts.form.some((one) => one.name.toLowerCase().replaceAll('_', '') === plain)
    ? undefined
    : { name, said };
};

/** Fields by name that the answer misses, in whichever language it speaks. Nothing where the request was not seen. */
export const missedFields = (facts: Facts): readonly MissedField[] =>
  facts.exchange.request.unseen === true
    ? []
    : facts.statements
        .filter(({ carrier }) => carrier !== 'redirect')
        .flatMap((statement) => [...missedIn(facts, statement), ...missedInListing(facts, statement)]);
