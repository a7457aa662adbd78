import type { Facts } from '../facts.ts';
import type { Said } from '../heard.ts';
import { saidOf } from '../heard.ts';
import { missesCredential } from '../reading/read.ts';
import { sendsSecretsInForm, serverCredentials } from '../facts.ts';
import { keyInForm } from './form-keys.ts';
import { asksOnly, sawNothing, sawSomething } from './absence-words.ts';

/** What libraries and frameworks write that were handed nothing where a credential belongs. */
const handedNothing =
  /guests? (?:users? )?(?:may|can|are|is|access)|(?:jwt|token)[\w ]{0,20} (?:can ?not|must not) be (?:null|empty|blank)|cannot read propert(?:y|ies)[^.;]{0,24} of (?:undefined|null)\b|(?:token|header|credentials?|key)['"`]? (?:is |was |are |were )?not (?:passed|received|included|attached|forwarded|detected)/i;

/** Half the rules ask. */
const found = new WeakMap<Facts, { readonly said: Said | undefined }>();

/** The statement in which the server says that it saw no credential; absent where it says nothing like that. */
export const saysNothingSeen = (facts: Facts): Said | undefined => {
  const before = found.get(facts) ?? { said: findNothingSeen(facts) };
  found.set(facts, before);
  return before.said;
};

const findNothingSeen = (facts: Facts): Said | undefined => {
  const said = saidOf(facts, sawNothing) ?? saidOf(facts, handedNothing);
  if (said === undefined) return saidAbroad(facts);
  if (sawSomething.test(said.statement.text) && !isWhole(facts, said.statement.text)) return undefined;
  const judged = facts.statements.some(
    ({ text }) => text !== said.statement.text && judgesToken.test(text) && !sawNothing.test(text),
  );
  return judged && !nothingSent(facts) ? undefined : said;
};

const eitherWay = /missing or malformed|malformed or missing/i;

/** "Missing or malformed", of a token that can be read: where the server looks, there is none. */
const isWhole = ({ tokens }: Facts, text: string): boolean =>
  eitherWay.test(text) && tokens.some(({ jwt }) => jwt !== undefined);

/** "Kein gültiges Token" was seen, and found wanting. */
const callsForValid =
  /(?<!un)g[üu]ltig|\bvalid[eoa]s?\b|v[áà]lid[oa]s?|geldige?|действительн|有效(?!期)|有効(?!期)|유효한/i;

/** Words that no other language has; what holds one of them need not be read as such. */
const english =
  /\b(?:the|is|not|required|missing|your|was|you|of|failed|denied|invalid|unauthori[sz]ed|forbidden)\b/i;

/** The same in another language than English. */
const saidAbroad = ({ statements }: Facts): Said | undefined => {
  const statement = statements.find(
    (one) => !english.test(one.text) && missesCredential(one) && !callsForValid.test(one.text),
  );
  const match = statement === undefined ? null : /^.*$/m.exec(statement.text);
  return statement === undefined || match === null ? undefined : { statement, match };
};

/** Where the same answer calls the token invalid, it was looked for and not found, as RFC 6750 §3.1 has it. */
const judgesToken =
  /\binvalid[_ -]?(?:access[_ -]?|bearer[_ -]?)?token\b|\btoken[_ -]?invalid\b|\bnot a valid\b[^.;]{0,24}\btoken\b/i;

export const asksToSignIn = (facts: Facts): Said | undefined => saidOf(facts, asksOnly);

/** Nothing that a server could take for a credential was sent. */
export const nothingSent = (facts: Facts): boolean =>
  facts.exchange.request.unseen !== true &&
  serverCredentials(facts).every((credential) => credential.value.trim() === '') &&
  !sendsSecretsInForm(facts) &&
  keyInForm(facts.form) === undefined;

/** Words and place for the credential that was sent: "a Bearer token in Authorization". */
export const sentInWords = (facts: Facts): string => {
  const [first] = serverCredentials(facts);
  if (first === undefined) return sendsSecretsInForm(facts) ? 'a secret in the body' : 'no credential';
  switch (first.in) {
    case 'authorization':
      return first.parsed === undefined || first.parsed.scheme === '' || first.parsed.rest === ''
        ? 'a bare value in Authorization'
        : `${first.parsed.spelled} in Authorization`;
    case 'proxy':
      return 'proxy credentials';
    case 'field':
      return `a key in ${first.name}`;
    case 'query':
      return `a key in the query parameter ${first.name}`;
    case 'cookie':
      return `the cookie ${first.name}`;
    case 'userinfo':
      return 'user and password in the URL';
    case 'path':
      return 'a token in the path';
    default:
      return first.in satisfies never;
  }
};
