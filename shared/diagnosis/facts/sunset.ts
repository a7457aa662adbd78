import { valueOf } from '../../exchange/fields.ts';
import { responseOf } from '../../exchange/outcome.ts';
import type { Facts } from '../facts.ts';
import { responseValue } from '../facts.ts';

/** The answer's own field says that what was called has ended (RFC 8594 §3), or is on its way out (RFC 9745 §2). */
export interface Ended {
  readonly name: 'Sunset' | 'Deprecation';
  readonly value: string;
}

/** Epoch seconds of a date, or of `@1688169600` (RFC 9745 §2.1). */
const instantOf = (value: string): number => {
  const structured = /^@(\d{9,11})$/.exec(value.trim())?.[1];
  return structured === undefined ? Date.parse(value) / 1000 : Number(structured);
};

/** The last answer of this server to such a call had named the day, and the day has come. */
export const announcedEnd = (facts: Facts): (Ended & { readonly index: number }) | undefined => {
  const { now } = facts.clocks;
  const before = facts.earlier.findLast(
    (one) => one.accepted && one.sameOrigin && one.exchange.request.method === facts.exchange.request.method,
  );
  const value = valueOf(before === undefined ? [] : (responseOf(before.exchange)?.fields ?? []), 'Sunset');
  return before !== undefined && value !== undefined && now !== undefined && instantOf(value) <= now
    ? { name: 'Sunset', value, index: before.index }
    : undefined;
};

export const endedAt = (facts: Facts): Ended | undefined => {
  const { now } = facts.clocks;
  if (now === undefined) return undefined;
  for (const name of ['Sunset', 'Deprecation'] as const) {
    const value = responseValue(facts, name);
    if (value !== undefined && instantOf(value) <= now) return { name, value };
  }
  return undefined;
};
