import { utf8OfBytes } from '../../shared/exchange/bytes.ts';
import type { Attempt, SentRequest } from '../../shared/exchange/exchange.ts';
import { sameName } from '../../shared/exchange/fields.ts';
import { formDecoded } from '../../shared/exchange/percent.ts';
import type { Span } from '../../shared/http-auth/auth.ts';
import { bodySpans, maskSecret, redactAttempt, secretSpans, urlSpans } from '../../shared/exchange/redact.ts';
import { decodeBasic } from '../../shared/schemes/basic/codec.ts';

/** Shorter ones are words that stand anywhere; masking them would leave nothing to read. */
const shortest = 6;

const cut = (text: string, spans: readonly Span[]): readonly string[] =>
  spans.map((span) => text.slice(span.start, span.end));

const secretsIn = ({ fields, url, body }: SentRequest): readonly string[] => [
  ...fields.flatMap((field) => [
    ...cut(field.value, secretSpans(field)),
    ...(sameName(field.name, 'Authorization') && /^\s*basic\s/i.test(field.value)
      ? [decodeBasic(field.value).password]
      : []),
  ]),
  ...cut(url, urlSpans(url)),
  ...(body.kind === 'text' ? cut(body.text, bodySpans(body.text)) : []),
];

const mapTexts = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item: unknown) => mapTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
};

/**
 * Redacts an attempt for storage: what is secret by its place, and, wherever else they turn up, the very secrets that
 * were sent. Servers say back what they were told: in error pages, in redirects, in echoes.
 */
export const redactForStorage = (attempt: Attempt): Attempt => {
  const sent = attempt.exchanges.flatMap((exchange) => secretsIn(exchange.request));
  const secrets = [...new Set(sent.flatMap((text) => [text, utf8OfBytes(text), formDecoded(text)]))]
    .map((text) => text.trim())
    .filter((text) => text.length >= shortest)
    .toSorted((a, b) => b.length - a.length);
  const mask = (text: string): string =>
    secrets.reduce((masked, secret) => masked.replaceAll(secret, maskSecret(secret, false)), text);
  return mapTexts(redactAttempt(attempt), mask) as Attempt;
};
