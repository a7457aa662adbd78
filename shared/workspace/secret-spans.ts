import { pathSecretSpan } from '../exchange/path-secret.ts';
import type { Span } from '../http-auth/auth.ts';
import { isSecretFieldName, isSecretParamName } from './secret-names.ts';
import { wholeIf } from './saved-text.ts';

/** Where the secrets of a draft's texts stand. Pure; a text that is only `{{variables}}` is told apart by `isOpenText`. */

const variable = /\{\{[^{}]*\}\}/g;

/**
 * Nothing in it needs hiding: empty, or variables alone, or variables behind the name of a scheme ("Bearer {{token}}").
 */
export const isOpenText = (text: string): boolean => {
  const rest = text.replaceAll(variable, ' ');
  if (rest.trim() === '') return true;
  return text.includes('{{') && /^\s*(?:basic|bearer|token|apikey|api-key|key|dpop|jwt)?[\s:=]*$/i.test(rest);
};

const compactJwt = /(?:^|[\s"'=:])eyJ[\w-]+\.[\w-]*\.[\w-]*/;
const credentials = /^\s*(?:bearer|basic|token|dpop|digest|apikey)\s+\S{6,}/i;

const looksSecret = (text: string): boolean => compactJwt.test(text) || credentials.test(text);

export const fieldSpans = (name: string, value: string): readonly Span[] =>
  wholeIf(isSecretFieldName(name) || looksSecret(value), value);

export const paramSpans = (name: string, value: string): readonly Span[] =>
  wholeIf(isSecretParamName(name) || looksSecret(value), value);

/** User name and password of an address that has them, without the "@". */
const userinfoSpan = (url: string): Span | undefined => {
  const match = /^(?:[a-z][a-z0-9+.-]*:)?\/\/|^/i.exec(url);
  const start = match === null ? 0 : match[0].length;
  const authority = /^[^/?#]*/.exec(url.slice(start));
  const at = authority === null ? -1 : authority[0].lastIndexOf('@');
  return at < 0 ? undefined : { start, end: start + at };
};

const querySpans = (query: string, offset: number): readonly Span[] => {
  const spans: Span[] = [];
  let at = offset;
  for (const piece of query.split('&')) {
    const equals = piece.indexOf('=');
    if (equals >= 0) {
      const value = piece.slice(equals + 1);
      if (paramSpans(piece.slice(0, equals), value).length > 0) {
        spans.push({ start: at + equals + 1, end: at + piece.length });
      }
    }
    at += piece.length + 1;
  }
  return spans;
};

/** User information, a token within the path, and secrets of a query that was left in the address. */
export const urlSpans = (url: string): readonly Span[] => {
  const userinfo = userinfoSpan(url);
  const inPath = pathSecretSpan(url);
  const mark = url.indexOf('?');
  return [
    ...(userinfo === undefined ? [] : [userinfo]),
    ...(inPath === undefined ? [] : [inPath]),
    ...(mark < 0 ? [] : querySpans(url.slice(mark + 1), mark + 1)),
  ];
};

const jsonMember = /"((?:[^"\\]|\\.)*)"\s*:\s*(?:"((?:[^"\\]|\\.)*)"|(-?\d[\d.eE+-]*))/g;

const jsonSpans = (text: string): readonly Span[] => {
  const spans: Span[] = [];
  for (const match of text.matchAll(jsonMember)) {
    const [all, name = '', quoted, bare] = match;
    const value = quoted ?? bare ?? '';
    const end = match.index + all.length - (quoted === undefined ? 0 : 1);
    if (isSecretParamName(name) || compactJwt.test(value)) spans.push({ start: end - value.length, end });
  }
  return spans;
};

/** Values of secret names in a JSON or form text. Other texts are left as they are: their names cannot be told. */
export const bodySpans = (text: string): readonly Span[] => {
  const start = text.trimStart();
  if (start.startsWith('{') || start.startsWith('[')) return jsonSpans(text);
  return /^[^\s<>{}"]+=[^\s<>]*$/.test(text) ? querySpans(text, 0) : [];
};
