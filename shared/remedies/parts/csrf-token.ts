import { percentDecoded } from '../../exchange/percent.ts';
import { responseOf, type Exchange } from '../../exchange/exchange.ts';
import { fieldsNamed, valueOf } from '../../exchange/fields.ts';
import { isRecord, parseJson } from '../../exchange/json.ts';
import { attributesOf, tagsOf } from './html.ts';

/** A token against forged requests and the field in which its framework wants it back. */
export interface CsrfToken {
  readonly field: string;
  readonly value: string;
  /** "the cookie XSRF-TOKEN". */
  readonly from: string;
}

/** Cookies that frameworks set for scripts to read, and the fields that they look at. */
const cookieFields: readonly (readonly [RegExp, string])[] = [
  [/^xsrf-token$/i, 'X-XSRF-TOKEN'],
  [/^csrftoken$/i, 'X-CSRFToken'],
  [/^(?:_csrf|csrf[-_]?token|_csrf_token|csrf)$/i, 'X-CSRF-Token'],
];

/** Hidden inputs and meta elements of pages. */
const inputFields: readonly (readonly [RegExp, string])[] = [
  [/^csrfmiddlewaretoken$/i, 'X-CSRFToken'],
  [/^__requestverificationtoken$/i, 'RequestVerificationToken'],
  [/^(?:_token|csrf-token|csrf_token|authenticity_token|_csrf)$/i, 'X-CSRF-Token'],
];

const fieldFor = (table: typeof cookieFields, name: string): string | undefined =>
  table.find(([pattern]) => pattern.test(name))?.[1];

const pairs = (value: string): readonly (readonly [string, string])[] =>
  value.split(';').map((pair) => {
    const equals = pair.indexOf('=');
    return [pair.slice(0, Math.max(0, equals)).trim(), pair.slice(equals + 1).trim()] as const;
  });

const fromCookies = (lines: readonly (readonly (readonly [string, string])[])[]): CsrfToken | undefined => {
  for (const line of lines) {
    for (const [name, value] of line) {
      const field = fieldFor(cookieFields, name);
      if (field !== undefined && value !== '')
        return { field, value: percentDecoded(value), from: `the cookie ${name}` };
    }
  }
  return undefined;
};

const fromPage = (html: string): CsrfToken | undefined => {
  for (const tag of tagsOf(html, ['input', 'meta'])) {
    const attributes = attributesOf(tag);
    const name = attributes.get('name') ?? '';
    const value = attributes.get('value') ?? attributes.get('content') ?? '';
    const field = fieldFor(inputFields, name);
    if (field !== undefined && value !== '') return { field, value, from: `the page’s ${name}` };
  }
  return undefined;
};

/** Jenkins' crumb issuer, and services that answer `{"csrfToken": …}`. */
const fromJson = (text: string): CsrfToken | undefined => {
  const body = parseJson(text);
  if (!isRecord(body)) return undefined;
  const { crumb, crumbRequestField } = body;
  if (typeof crumb === 'string' && typeof crumbRequestField === 'string')
    return { field: crumbRequestField, value: crumb, from: 'the crumb issuer' };
  const named = Object.entries(body).find(([name]) => /^(?:csrf|xsrf)[-_]?token$/i.test(name))?.[1];
  return typeof named === 'string' ? { field: 'X-CSRF-Token', value: named, from: 'the answer' } : undefined;
};

/** The token that an exchange holds: what the answer gives before what the request already carried. */
export const csrfTokenOf = (exchange: Exchange): CsrfToken | undefined => {
  const response = responseOf(exchange);
  const handed = response === undefined ? undefined : valueOf(response.fields, 'X-CSRF-Token');
  if (handed !== undefined && !/^(?:required|fetch)$/i.test(handed.trim()))
    return { field: 'X-CSRF-Token', value: handed, from: 'the field X-CSRF-Token' };
  const set = fieldsNamed(response?.fields ?? [], 'Set-Cookie').map(({ value }) => pairs(value).slice(0, 1));
  const text = response?.body.kind === 'text' ? response.body.text : '';
  const sent = fieldsNamed(exchange.request.fields, 'Cookie').map(({ value }) => pairs(value));
  return fromCookies(set) ?? fromJson(text) ?? fromPage(text) ?? fromCookies(sent);
};
