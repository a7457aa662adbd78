import type { Attempt } from '../../shared/exchange/exchange.ts';
import { redactAttempt } from '../../shared/exchange/redact.ts';
import { hidingSecrets } from '../../shared/exchange/secrets.ts';

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
export const redactForStorage = (attempt: Attempt): Attempt =>
  mapTexts(
    redactAttempt(attempt),
    hidingSecrets(attempt, ({ length }) => length >= shortest),
  ) as Attempt;
