import { responseOf, type Exchange } from '../../shared/exchange/exchange.ts';
import { valuesOf } from '../../shared/exchange/fields.ts';
import { maskSecret } from '../../shared/exchange/redact.ts';

/** One cookie as it crossed the wire. */
export interface CookieRow {
  readonly name: string;
  /** Masked unless revealed. */
  readonly value: string;
  /** "HttpOnly", "Path=/", as written; empty for sent cookies. */
  readonly attributes: readonly string[];
}

export interface Cookies {
  readonly sent: readonly CookieRow[];
  readonly received: readonly CookieRow[];
}

const row = (piece: string, attributes: readonly string[], revealed: boolean): CookieRow => {
  const equals = piece.indexOf('=');
  const name = equals < 0 ? piece : piece.slice(0, equals);
  const value = equals < 0 ? '' : piece.slice(equals + 1).trim();
  return { name: name.trim(), value: revealed || value === '' ? value : maskSecret(value), attributes };
};

const pieces = (text: string): readonly string[] =>
  text
    .split(';')
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/** What the Cookie and Set-Cookie fields of an exchange say (RFC 6265bis), in their order. */
export const cookiesOf = (exchange: Exchange, revealed: boolean): Cookies => ({
  sent: valuesOf(exchange.request.fields, 'Cookie')
    .flatMap(pieces)
    .map((piece) => row(piece, [], revealed)),
  received: valuesOf(responseOf(exchange)?.fields ?? [], 'Set-Cookie').flatMap((value) => {
    const [first, ...attributes] = pieces(value);
    return first === undefined ? [] : [row(first, attributes, revealed)];
  }),
});
