import { formDecoded, percentDecoded } from './percent.ts';
import { byteStringOfBase64, utf8OfBytes } from './bytes.ts';
import { responseOf, type Attempt, type Exchange, type Field } from './exchange.ts';
import { bodySpans, maskSecret, secretSpans, urlSpans } from './redact.ts';
import { parseJson } from './json.ts';
import { formParameters } from '../schemes/parts/form-parameters.ts';
import type { Span } from '../http-auth/auth.ts';
import { parseCredentials } from '../http-auth/credentials.ts';

/** What a secret is, by where it stood. */
export type SecretKind = 'token' | 'key' | 'password' | 'cookie' | 'signature' | 'secret';

/** One secret of an attempt, and the exchanges in which it stood, counted from 0. */
export interface Secret {
  readonly kind: SecretKind;
  readonly text: string;
  readonly exchanges: readonly number[];
}

interface Seen {
  readonly kind: SecretKind;
  readonly text: string;
}

const kindOfName = (name: string): SecretKind => {
  if (/signature|^sig$|^mac$|response/i.test(name)) return 'signature';
  if (/pass|pwd/i.test(name)) return 'password';
  if (/key|appid/i.test(name)) return 'key';
  return /token|jwt|assertion|dpop|code|ticket/i.test(name) ? 'token' : 'secret';
};

const cut = (text: string, spans: readonly Span[]): readonly string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

/** The parts of Basic beside the encoded whole: the password is a secret in its own right (RFC 7617 §2). */
const basicParts = (encoded: string): readonly Seen[] => {
  const bytes = byteStringOfBase64(encoded);
  const colon = bytes?.indexOf(':') ?? -1;
  if (bytes === undefined || colon < 0) return [];
  const password = bytes.slice(colon + 1);
  return [password, utf8OfBytes(password)].map((text) => ({ kind: 'password', text }));
};

const ofAuthorization = ({ name, value }: Field): readonly Seen[] => {
  const { scheme, rest, params } = parseCredentials(value);
  const texts = cut(value, secretSpans({ name, value }));
  if (scheme === 'basic')
    return [...texts.map((text): Seen => ({ kind: 'password', text })), ...basicParts(rest)];
  const kind = params.length > 0 ? 'signature' : 'token';
  return texts.map((text) => ({ kind, text }));
};

const ofField = (field: Field): readonly Seen[] => {
  const { name, value } = field;
  if (/^(?:proxy-)?authori[sz]ation$|^authentication$/i.test(name)) return ofAuthorization(field);
  const isCookie = /^(?:set-)?cookie$/i.test(name);
  const isAddress = /^(?:location|referer|content-location)$/i.test(name);
  return isAddress
    ? ofUrl(value)
    : cut(value, secretSpans(field)).map((text) => ({ kind: isCookie ? 'cookie' : kindOfName(name), text }));
};

/** The name before the sign that precedes the span: of a parameter, or of a member of JSON. */
const nameBefore = (text: string, { start }: Span): string =>
  /([\w.-]+)["']?\s*[:=]\s*["']?$/.exec(text.slice(Math.max(0, start - 80), start))?.[1] ?? '';

const named = (text: string, spans: readonly Span[]): readonly Seen[] =>
  spans.flatMap((span) => {
    const kind = kindOfName(nameBefore(text, span));
    return readings(text.slice(span.start, span.end)).map((one) => ({ kind, text: one }));
  });

/** A secret as it is written in an address, a form or JSON, and as it is meant. */
const readings = (written: string): readonly string[] => {
  const meant = parseJson(`"${written}"`);
  return [
    ...new Set([
      written,
      formParameters(`x=${written}`)[0]?.[1] ?? written,
      percentDecoded(written),
      ...(typeof meant === 'string' ? [meant] : []),
    ]),
  ];
};

const ofUrl = (url: string): readonly Seen[] => named(url, urlSpans(url));

const ofExchange = (exchange: Exchange): readonly Seen[] => {
  const { request } = exchange;
  const response = responseOf(exchange);
  const fields = [
    ...request.fields,
    ...(request.trailers ?? []),
    ...(response?.fields ?? []),
    ...(response?.trailers ?? []),
  ];
  const texts = [request.body, response?.body].flatMap((body) =>
    body?.kind === 'text' ? [body.text] : body?.kind === 'file' ? [body.head ?? ''] : [],
  );
  return [
    ...ofUrl(request.url),
    ...fields.flatMap(ofField),
    ...texts.flatMap((text) => named(text, bodySpans(text))),
  ];
};

/** Every secret of the attempt once, in the order in which they were first seen. */
export const secretsOf = ({ exchanges }: Attempt): readonly Secret[] => {
  const found = new Map<string, { kind: SecretKind; exchanges: number[] }>();
  for (const [index, exchange] of exchanges.entries()) {
    for (const { kind, text } of ofExchange(exchange)) {
      const known = found.get(text) ?? { kind, exchanges: [] };
      if (!known.exchanges.includes(index)) known.exchanges.push(index);
      if (text !== '') found.set(text, known);
    }
  }
  return [...found].map(([text, { kind, exchanges: seen }]) => ({ text, kind, exchanges: seen }));
};

/**
 * Masks the secrets of the attempt wherever they stand in a text, as they were written or decoded: servers write back
 * what they were sent. `isTelling` leaves out those that may be a word of the text.
 */
export const hidingSecrets = (
  attempt: Attempt,
  isTelling: (secret: string) => boolean,
): ((text: string) => string) => {
  const written = secretsOf(attempt).flatMap(({ text }) => [text, utf8OfBytes(text), formDecoded(text)]);
  const secrets = [...new Set(written.map((text) => text.trim()))]
    .filter(isTelling)
    .toSorted((a, b) => b.length - a.length);
  return (text) => secrets.reduce((left, secret) => left.replaceAll(secret, maskSecret(secret, false)), text);
};
