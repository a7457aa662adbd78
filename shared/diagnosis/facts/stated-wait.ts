import type { Facts } from '../facts.ts';

/** Longer than this nobody waits. Seconds. */
const WEEK = 7 * 86_400;
/** From here on a number is a date. */
const EPOCH = 1e9;
const EPOCH_IN_MS = 1e12;

const units: readonly (readonly [word: RegExp, seconds: number])[] = [
  [/^s/i, 1],
  [/^m/i, 60],
  [/^(?:h|st)/i, 3_600],
];

const spoken =
  /(?:again|retry|wait|after|lock(?:ed|out)|block(?:ed)?|gesperrt|warten|nach|für|for|in)\b[^\d.;]{0,24}(\d{1,5})[ -]?(s|secs?|seconds?|sekunden?|m|mins?|minutes?|minuten?|h|hours?|hrs?|stunden?)\b/i;

/**
 * Seconds to wait: as Retry-After says (RFC 9110 §10.2.3), as the field for a limit's reset says, or as the words do.
 */
export const statedWait = (facts: Facts): number | undefined =>
  facts.retryAfter ?? untilReset(facts) ?? inWords(facts.said);

/** The field holds seconds from now, or an instant in seconds or milliseconds. */
const untilReset = ({ response, clocks: { now } }: Facts): number | undefined => {
  const value =
    response?.fields.find(({ name }) => /limit-?reset(?:-after)?$/i.test(name))?.value.trim() ?? '';
  if (!/^\d+(?:\.\d+)?$/.test(value)) return undefined;
  const count = Number(value);
  const until = count >= EPOCH_IN_MS ? count / 1000 : count;
  if (until >= EPOCH && now === undefined) return undefined;
  const left = until >= EPOCH ? until - (now ?? 0) : until;
  return left > 0 && left <= WEEK ? left : undefined;
};

const inWords = (said: string): number | undefined => {
  const [, count = '', unit = ''] = spoken.exec(said) ?? [];
  const seconds = (/^sek/i.test(unit) ? 1 : units.find(([word]) => word.test(unit))?.[1]) ?? 0;
  const wait = Number(count) * seconds;
  return wait > 0 && wait <= WEEK ? wait : undefined;
};
