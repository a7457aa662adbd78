import type { Attempt } from '../../shared/exchange/exchange.ts';
import { maskSecret, redactAttempt } from '../../shared/exchange/redact.ts';
import { secretsOf } from '../../shared/exchange/secrets.ts';

/** Shorter ones are words that stand anywhere; masking them would leave nothing to read. */
const shortest = 6;

const mapTexts = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item: unknown) => mapTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
};

/**
 * Redacts an attempt for storage: what is secret by its place, and, wherever else they turn up, the very secrets that
 * were exchanged. Servers say back what they were told: in error pages, in redirects, in echoes.
 */
export const redactForStorage = (attempt: Attempt): Attempt => {
  const secrets = secretsOf(attempt)
    .map(({ text }) => text.trim())
    .filter((text) => text.length >= shortest)
    .toSorted((a, b) => b.length - a.length);
  const mask = (text: string): string =>
    secrets.reduce((masked, secret) => masked.replaceAll(secret, maskSecret(secret, false)), text);
  return mapTexts(redactAttempt(attempt), mask) as Attempt;
};
