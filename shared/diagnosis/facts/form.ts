import type { SentRequest } from '../../exchange/exchange.ts';
import { valueOf } from '../../exchange/fields.ts';
import { isRecord, parseJson } from '../../exchange/json.ts';
import type { Span } from '../../http-auth/auth.ts';
import { textOfBody } from './response-body.ts';

/** One named value of a request's body. */
export interface FormValue {
  readonly name: string;
  /** Decoded. */
  readonly value: string;
  /** Of the value as it stands in the body's text; absent where it cannot be found there. */
  readonly span: Span | undefined;
}

const PAIRS = 100;
/** OpenStack's login holds its password five objects down. */
const DEPTH = 6;
/** Of a list of texts: `{"UserTokens": ["…"]}`. */
const LISTED = 4;

/**
 * The body as named values: a form, a JSON object with those inside it, the text parts of a multipart body, or what logs
 * in in an XML one.
 */
export const formOf = (request: SentRequest): readonly FormValue[] => {
  const text = textOfBody(request.body);
  if (text.trim() === '') return grantInQuery(request.url);
  const type = valueOf(request.fields, 'Content-Type') ?? '';
  if (/^multipart\//i.test(type)) return partsOf(text);
  if (/^\s*[{[]/.test(text)) return membersOf(text);
  if (text.trimStart().startsWith('<')) return loginElements(text);
  return /^[^\s<>{}]+$/.test(text.trim()) && text.includes('=') ? pairsOf(text) : [];
};

/** Some token endpoints read from the address what belongs into the body (RFC 6749 §2.3.1 forbids it for secrets). */
const grantInQuery = (url: string): readonly FormValue[] =>
  /[?&]grant_type=/.test(url)
    ? [...new URLSearchParams(url.slice(url.indexOf('?') + 1).replace(/#.*$/, ''))].map(([name, value]) => ({
        name,
        value,
        span: undefined,
      }))
    : [];

const pairsOf = (text: string): readonly FormValue[] => {
  const values: FormValue[] = [];
  let at = 0;
  for (const pair of text.split('&').slice(0, PAIRS)) {
    const equals = pair.indexOf('=');
    const [decoded] = [...new URLSearchParams(pair)];
    if (equals > 0 && decoded !== undefined) {
      const [name, value] = decoded;
      values.push({ name, value, span: { start: at + equals + 1, end: at + pair.length } });
    }
    at += pair.length + 1;
  }
  return values;
};

const membersOf = (text: string): readonly FormValue[] => {
  const value = parseJson(text);
  return leavesOf(value, 0)
    .slice(0, PAIRS)
    .flatMap(([name, member]) => {
      const quoted = JSON.stringify(member);
      const start = text.indexOf(quoted);
      const span = start < 0 ? undefined : { start: start + 1, end: start + quoted.length - 1 };
      return [{ name, value: member, span }, ...(name === 'query' ? argumentsOf(member) : [])];
    });
};

/** What a GraphQL mutation is called with, where it stands in the text and not among the variables. */
const argumentsOf = (query: string): readonly FormValue[] =>
  /^\s*mutation\b/.test(query)
    ? [...query.matchAll(/(\w+)\s*:\s*"([^"\\]*)"/g)]
        .slice(0, PAIRS)
        .map(([, name = '', value = '']) => ({ name, value, span: undefined }))
    : [];

const leavesOf = (value: unknown, depth: number): readonly (readonly [name: string, text: string])[] =>
  Array.isArray(value) && depth < DEPTH
    ? value
        .slice(0, LISTED)
        .flatMap((item: unknown) => (isRecord(item) ? [...namedValue(item), ...leavesOf(item, depth)] : []))
    : isRecord(value) && depth < DEPTH
      ? Object.entries(value).flatMap(([name, member]) =>
          typeof member === 'string'
            ? [[name, member] as const]
            : Array.isArray(member)
              ? member
                  .slice(0, LISTED)
                  .flatMap((one: unknown) =>
                    typeof one === 'string' ? [[name, one] as const] : namedValue(one),
                  )
              : leavesOf(member, depth + 1),
        )
      : [];

/** `[{"id": "password", "value": "…"}]`: a form as a list of its fields. */
const namedValue = (item: unknown): readonly (readonly [name: string, text: string])[] => {
  if (!isRecord(item)) return [];
  const name = item['id'] ?? item['name'] ?? item['key'];
  const { value } = item;
  return typeof name === 'string' && typeof value === 'string' ? [[name, value]] : [];
};

/** A UsernameToken or a token of WS-Security, and what SOAP interfaces call a login of their own. */
const loginElement =
  /<(?:[\w.-]+:)?(user_?name|user|login|password|passwd|pwd|session_?id|session_?token|api_?key|token|BinarySecurityToken|Created)(?:\s[^<>]*)?>([^<]+)<\//gi;

/** `<credentials name="kim" password="…"/>` */
const loginAttribute = /\s(user_?name|user|login|(?:message)?password|passwd|pwd|token)="([^"<>]+)"/gi;

const loginElements = (text: string): readonly FormValue[] => [
  ...[...text.matchAll(loginElement)]
    .slice(0, PAIRS)
    .map(({ 0: whole, 1: name = '', 2: value = '', index }) => {
      const end = index + whole.length - '</'.length;
      return { name, value: value.trim(), span: { start: end - value.length, end } };
    }),
  ...[...text.matchAll(loginAttribute)]
    .slice(0, PAIRS)
    .map(({ 0: whole, 1: name = '', 2: value = '', index }) => {
      const end = index + whole.length - 1;
      return { name, value, span: { start: end - value.length, end } };
    }),
];

const partsOf = (text: string): readonly FormValue[] =>
  [...text.matchAll(/name="([^"]+)"\r?\n(?:[^\r\n]+\r?\n)*\r?\n([\s\S]*?)\r?\n--/g)]
    .slice(0, PAIRS)
    .map(([, name = '', value = '']) => ({ name, value: value.trim(), span: undefined }));
