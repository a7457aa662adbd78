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

export const endedAt = (facts: Facts): Ended | undefined => {
  const { now } = facts.clocks;
  if (now === undefined) return undefined;
  for (const name of ['Sunset', 'Deprecation'] as const) {
    const value = responseValue(facts, name);
    if (value !== undefined && instantOf(value) <= now) return { name, value };
  }
  return undefined;
};
