import type { ReceivedResponse } from '../../exchange/exchange.ts';
import { utf8OfBytes } from '../../exchange/bytes.ts';
import { valueOf } from '../../exchange/fields.ts';
import { isRecord } from '../../exchange/json.ts';
import type { Span } from '../../http-auth/auth.ts';
import type { Place } from '../diagnosis.ts';
import type { ReadBody } from './response-body.ts';
import { sentBack } from './callback.ts';
import { flashStatements } from './flash-cookies.ts';
import { wordsOf } from './response-body.ts';
import type { SeenChallenge } from './seen-challenges.ts';

/** One thing that the server said, wherever it said it. */
export interface Statement {
  readonly text: string;
  /** Name of the parameter, member, element or field that carries it, lower case; empty for running text. */
  readonly key: string;
  readonly carrier: 'challenge' | 'body' | 'field' | 'reason' | 'redirect';
  /** Without a span: `placeOf` narrows it to the words that matter. */
  readonly place: Place;
}

const LEAVES = 60;
const LONGEST = 1_200;

/** Members that hold addresses, traces and ids: words in them are not said to the client. */
const mute =
  /^(\$id|\$type|@type|stack|stacktrace|stack_trace|trace|traces|file|line|typename|typekey|documentation_url|documentation|doc_url|more_info|moreinfo|help|href|url|uri|links?|request[-_]?id|requestid|hostid|trace[-_]?id|correlation[-_]?id|timestamp|date|path|instance|error_uri|stringtosign(bytes)?|canonicalrequest(bytes)?|signatureprovided|awsaccesskeyid|bucketname|resource)$/i;

/** Members of a successful answer under which errors are told. */
const errorMember =
  /^(errors?|fault|exception|error[_-]?(?:message|msg|code|description|response|text)|reason|erro[sr]?|errores|errori?e?|erreurs?|fehler(?:meldung|text|code)?|fout(?:en|melding)?|eroare|erori|hata(?:mesaji|kodu|_\w+)?|blad|bledy|chyba|hiba|ошибк[аи]|错误(?:信息|码)?|エラー)$/i;

/** What RFC 6749 §5.2 writes about `invalid_grant`, word by word: it says no more than the code. */
const definition = /\bgrant\b[^.]{0,80}\binvalid, expired, revoked,/i;

/** The exchange whose answer is read. */
export interface Answered {
  readonly index: number;
  readonly url: string;
  readonly response: ReceivedResponse;
  /** The answer is one to a login: its page may say what was wrong. */
  readonly login: boolean;
}

export const statementsOf = (
  { index: exchange, url, response, login }: Answered,
  body: ReadBody,
  challenges: readonly SeenChallenge[],
): readonly Statement[] =>
  [
    ...challengeStatements(challenges),
    ...bodyStatements(exchange, body, response.status >= 400, login),
    ...fieldStatements(exchange, response),
    ...flashStatements(exchange, response),
    ...reasonStatements(exchange, response),
    ...redirectStatements(exchange, response),
    ...sentBack(url, exchange).map((one) => ({ ...one, carrier: 'redirect' as const })),
  ].filter(({ text }) => !definition.test(text));

const challengeStatements = (challenges: readonly SeenChallenge[]): readonly Statement[] =>
  challenges.flatMap((seen) =>
    seen.challenge.params
      .filter((param) =>
        /^(error|error_description|error_codes?|reason|msg|message|errorcode|oauth_problem)$/.test(
          param.name,
        ),
      )
      .map((param) => ({
        text: param.value,
        key: param.name,
        carrier: 'challenge' as const,
        place: { ...seen.place, span: param.span },
      })),
  );

/** Some servers lay their error page behind a 200. */
const errorTitle = /^\W*(?:error|oops|fehler|erreur|errore|ошибка|错误|エラー|오류)(?![\p{L}])/iu;

const bodyStatements = (
  exchange: number,
  body: ReadBody,
  refused: boolean,
  login: boolean,
): readonly Statement[] => {
  const place: Place = { in: 'body', exchange, side: 'response' };
  const said = (text: string, key = ''): Statement => ({
    text: text.slice(0, LONGEST),
    key,
    carrier: 'body',
    place,
  });
  switch (body.kind) {
    case 'none':
      return [];
    case 'json':
      return jsonLeaves(body.value, refused || (login && tellsOfAccount(body.value))).map(({ text, key }) =>
        said(text, key),
      );
    case 'xml':
      return xmlLeaves(body.text).map(({ text, key }) => said(text, key));
    case 'html':
      return refused || errorTitle.test(body.title)
        ? [said(body.title, 'title'), said(body.words)].filter(({ text }) => text !== '')
        : login
          ? noticesIn(body.text).map((text) => said(text, 'notice'))
          : [];
    case 'text':
      return refused || body.text.length < 200 ? [said(body.text.trim())] : [];
    default:
      return body satisfies never;
  }
};

/** What a page that shows its form again tells in an element made for it. */
const notice =
  /<(\w+)[^>]*(?:class|id|role)=["']?[^"'>]*(?:alert|error|message|notice|flash|invalid|danger|warning|feedback)[^>]*>([\s\S]{0,600}?)<\/\1>/gi;

const noticesIn = (page: string): readonly string[] =>
  [...page.matchAll(notice)]
    .slice(0, 8)
    .map(([, , inner = '']) => wordsOf(inner.replace(/<[^>]*>/g, ' ')))
    .filter((text) => text !== '');

interface Leaf {
  readonly text: string;
  readonly key: string;
}

/** `com.amazon.coral.service#UnrecognizedClientException`: the code follows the name of the service. */
const namespaced = /^[\w.]+#(\w+)$/;

const jsonLeaves = (value: unknown, refused: boolean): readonly Leaf[] => {
  const leaves: Leaf[] = [];
  /** `{"Response": {…}}`: the answer stands one level down. */
  const [envelope, ...beside] = isRecord(value) ? Object.keys(value) : [];
  const enveloped =
    beside.every((name) => /^(?:sign|signature|request_?id|time_?stamp|version)$/i.test(name)) &&
    envelope !== undefined &&
    !/^(?:data|results?|items|value|errors?)$/i.test(envelope);
  const visit = (node: unknown, key: string, depth: number, heard: boolean): void => {
    if (leaves.length >= LEAVES || depth > 7) return;
    if (typeof node === 'string') {
      if (heard && node.trim() !== '')
        leaves.push({ text: node.replace(namespaced, '$1'), key: key.toLowerCase() });
      return;
    }
    if (typeof node === 'number' || typeof node === 'boolean') {
      if (heard && /code|status|cod|errno|x?err$|ok|success|active|lock|retry|attempt|remain|wait/i.test(key))
        leaves.push({ text: String(node), key: key.toLowerCase() });
      return;
    }
    if (Array.isArray(node)) {
      for (const item of node.slice(0, 20)) visit(item, key, depth + 1, heard);
      return;
    }
    if (!isRecord(node)) return;
    // A tool that failed tells of it in its content (Model Context Protocol, tools).
    const failedCall = node['isError'] === true;
    const tells =
      heard ||
      failedCall ||
      (depth <= 4 &&
        heads.test(key) &&
        (codedFailure(node) ||
          namedFailure(node) ||
          Object.keys(node).some((name) => tellsError(name, node[name])))) ||
      ((key === '' || (depth === 1 && enveloped) || /^messages$/i.test(key)) &&
        (Object.keys(node).some((name) => tellsError(name, node[name])) ||
          codedFailure(node) ||
          namedFailure(node)));
    const judged = heard ? (fieldAndCode(node) ?? titleAndName(node)) : undefined;
    if (judged !== undefined) leaves.push({ text: judged, key: 'field' });
    for (const [name, member] of Object.entries(node).slice(0, 60)) {
      if (mute.test(name) && typeof member !== 'object') continue;
      const here =
        heard ||
        failedCall ||
        (tells &&
          (errorMember.test(name) ||
            /^messages?$/i.test(name) ||
            typeof member !== 'object' ||
            (key === '' && heads.test(name))));
      visit(member, name, depth + 1, here);
    }
  };
  visit(value, '', 0, refused);
  return leaves;
};

/** A login's answer names the state of the account in place of an error. A user that is merely read has such a state, too. */
export const tellsOfAccount = (value: unknown): boolean =>
  isRecord(value) &&
  [value['status'], value['state'], value['account_status'], value['accountStatus']].some(
    (state) =>
      typeof state === 'string' &&
      /^(?:(?:account|user)_)?(?:locked(?:_out)?|suspended|disabled|deactivated|blocked|banned|unverified|unconfirmed|password_expired)$/i.test(
        state,
      ),
  );

/** The member of an answer says by its name and value that something failed. */
export const tellsError = (name: string, member: unknown): boolean =>
  (errorMember.test(name) &&
    member !== null &&
    member !== false &&
    member !== '' &&
    member !== 0 &&
    !isEmpty(member)) ||
  (/^(ok|success|successful|succeeded|exito|sucesso|succes|successo|erfolg(?:reich)?|sukces|basarili)$/i.test(
    name,
  ) &&
    (member === false || member === 'false')) ||
  (/^(?:message|status|result)$/i.test(name) && /^not ?ok$/i.test(String(member))) ||
  (/^((?:action|response|request|api|call|result)?_?status|result(?:_?code)?|stat|retcode|errcode)$/i.test(
    name,
  ) &&
    typeof member === 'string' &&
    /^(?:error|fail(?:ed|ure)?|nok|[A-Z]+(?:_[A-Z]+)*_(?:ERROR|FAILED|FAILURE|DENIED|INVALID|EXPIRED))$/i.test(
      member,
    ));

/** Members in which some interfaces keep apart from the data how the call went. */
const heads =
  /^(?:head(?:er)?|meta|status|result|response|resp|base_?resp|response_?(?:status|header|info)|result_?(?:info|status)|return|ack)$/i;

/** `{"field": "refresh_token", "code": "invalid"}` is one statement in two members. */
const fieldAndCode = (node: Readonly<Record<string, unknown>>): string | undefined => {
  const field = node['field'] ?? node['param'] ?? node['parameter'] ?? node['property'];
  const code = node['code'] ?? node['reason'] ?? node['type'];
  return typeof field === 'string' && typeof code === 'string' && /[a-z]{4}/i.test(code)
    ? `${field} ${code}`
    : undefined;
};

/** `{"title": "Missing Required Header", "detail": "x-v"}` likewise. */
const titleAndName = (node: Readonly<Record<string, unknown>>): string | undefined => {
  const { title, detail } = node;
  return typeof title === 'string' && typeof detail === 'string' && /^[\w-]{2,40}$/.test(detail)
    ? `${title} ${detail}`
    : undefined;
};

/** `{"retCode": 10002, "retMsg": "…"}`: a code that is no success, beside a message. */
export const codedFailure = (node: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(node).some(
    ([name, code]) =>
      (/^(?:(?:err|ret|error|return|result|res|info)_?)?(?:code|cod|codigo|no)$/i.test(name) &&
        (typeof code === 'number' || (typeof code === 'string' && /^-?\d+$/.test(code))) &&
        !/^(?:0+|1|20[0-24-9]|2[1-9]\d|20000|10000?)$/.test(String(code))) ||
      (/^(?:status(?:_?code)?|code)$/i.test(name) && /^4\d\d$/.test(String(code))),
  ) &&
  Object.entries(node).some(
    ([name, text]) =>
      /^(?:\w*_?)?(?:msg|message|info|desc(?:ription)?|mensaje|mensagem|messaggio|meldung|mesaj)$/i.test(
        name,
      ) &&
      typeof text === 'string' &&
      text !== '',
  );

/** `{"code": "IllegalAccessToken", "message": "…", "request_id": "…"}`: gateways of one family answer 200 to all. */
const namedFailure = (node: Readonly<Record<string, unknown>>): boolean => {
  const members = new Map(Object.entries(node).map(([name, value]) => [name.toLowerCase(), value]));
  const code = members.get('code');
  return (
    typeof code === 'string' &&
    /^[a-z][\w.-]{3,}$/i.test(code) &&
    !/^(?:ok|success\w*)$/i.test(code) &&
    typeof members.get('message') === 'string' &&
    (members.has('request_id') || members.has('requestid'))
  );
};

const isEmpty = (value: unknown): boolean =>
  (Array.isArray(value) && value.length === 0) || (isRecord(value) && Object.keys(value).length === 0);

/** `<error code="100" description="Incorrect user credentials"/>`: elements of this name tell in their attributes. */
const toldByAttribute = (plain: string): readonly Leaf[] =>
  [...plain.matchAll(/<(?:[\w.-]+:)?(?:err|error|failure|fault)\s([^<>]*)>/gi)].flatMap(
    ([, attributes = '']) =>
      [...attributes.matchAll(/\b(code|description|msg|message|reason)="([^"]+)"/gi)].map(
        ([, key = '', value = '']) => ({ text: wordsOf(value), key: key.toLowerCase() }),
      ),
  );

const xmlLeaves = (text: string): readonly Leaf[] => {
  const plain = text.slice(0, 16_384).replace(/<!\[CDATA\[([^<>]*)\]\]>/g, '$1');
  const elements = [...plain.matchAll(/<([\w:.-]+)(\s[^<>]*)?>([^<]+)(?=<\/)/g)].slice(0, LEAVES);
  const leaves = elements.flatMap(([, name = '', attributes = '', content = '']) => {
    const key = name.replace(/^.*:/, '').toLowerCase();
    const said = wordsOf(content);
    const code = /\bcode="([^"]+)"/.exec(attributes)?.[1];
    const leaf = said === '' || mute.test(key) ? [] : [{ text: said, key }];
    return code === undefined ? leaf : [{ text: code, key: 'code' }, ...leaf];
  });
  return [...leaves, ...toldByAttribute(plain)];
};

/** Fields in which servers are known to put their reasons. */
const carrierField =
  /error|reason|failure|fail-|message|problem|notice|deny|denied|grpc-status|diagnos|otp|github-sso|loginreason|seraph|auth-status|auth-failure|mitigated|block|challenge|msdavext|squid|lock|proxy-status|(?:account|subscription|licen[cs]e|key|token|user)-?(?:status|state)|^warning$|^status$/i;
/** A field whose very name is the statement: `Google-Bad-Token: true`. */
const faultInName =
  /(?:bad|invalid|expired|missing|unknown|revoked)-(?:\w+-)?(?:token|key|signature|session|credentials?|password|nonce)$/i;
const notACarrier =
  /^(access-control-|report-to|nel|content-|www-authenticate|proxy-authenticate|x-tfs-fedauth|strict-|x-xss|error-uri)/i;

const fieldStatements = (exchange: number, response: ReceivedResponse): readonly Statement[] =>
  response.fields
    .filter(({ name }) => (carrierField.test(name) || faultInName.test(name)) && !notACarrier.test(name))
    .map(({ name, value }) => ({
      text:
        faultInName.test(name) && /^(?:true|yes|1)$/i.test(value.trim())
          ? name
          : unescaped(value).slice(0, LONGEST),
      key: name.toLowerCase(),
      carrier: 'field' as const,
      place: { in: 'field' as const, exchange, side: 'response' as const, name },
    }));

const unescaped = (value: string): string => {
  const text = utf8OfBytes(value);
  if (!/%[0-9a-f]{2}/i.test(text)) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
};

const plainReason =
  /^(|unauthori[sz]ed|forbidden|bad request|not found|ok|created|accepted|no content|partial content|not modified|found|see other|moved permanently|temporary redirect|permanent redirect|too many requests|unknown status|unknown|proxy authentication required|authorization required|authentication required|internal server error|\d{3}( .*)?)$/i;

const reasonStatements = (exchange: number, response: ReceivedResponse): readonly Statement[] =>
  plainReason.test(response.reason.trim())
    ? []
    : [{ text: utf8OfBytes(response.reason), key: '', carrier: 'reason', place: { in: 'status', exchange } }];

/** An authorization server tells its errors in the query of the redirect (RFC 6749 §4.1.2.1). */
const redirectStatements = (exchange: number, response: ReceivedResponse): readonly Statement[] => {
  const location = valueOf(response.fields, 'Location');
  if (location === undefined || !/[?&#](?:\w*error|csrf|expired)|\/failure\?/i.test(location)) return [];
  const query = new URLSearchParams(location.slice(location.search(/[?#]/) + 1).replaceAll('#', '&'));
  return [...query].flatMap(([key, text]) =>
    /^(?:error|\w*error_?(?:code|msg|message)$|message$|(?:csrf|expired)$)/i.test(key)
      ? [
          {
            text,
            key,
            carrier: 'redirect' as const,
            place: { in: 'field' as const, exchange, side: 'response' as const, name: 'Location' },
          },
        ]
      : [],
  );
};

/** The statement's place, narrowed to the words that matter where they can be found in the body. */
export const placeOf = (statement: Statement, words: string, bodyText: string): Place => {
  const { place } = statement;
  if (place.in !== 'body') return place;
  const span = spanOf(bodyText, words) ?? spanOf(bodyText, statement.text);
  return span === undefined ? place : { ...place, span };
};

const spanOf = (text: string, words: string): Span | undefined => {
  const start = words === '' ? -1 : text.indexOf(words);
  return start < 0 ? undefined : { start, end: start + words.length };
};
