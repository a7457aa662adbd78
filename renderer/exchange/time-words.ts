/**
 * Clock times are UTC, as the Date field and the claims of a token are: what stands side by side must be on one clock.
 * Distances come from shared/diagnosis/durations.ts.
 */

const space = '\u00a0';
const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** What a token has left, as lists say it: "41 min", "2 h", "3 d". Seconds in. */
export const remainingWords = (seconds: number): string => {
  if (seconds < minute) return `${Math.max(0, Math.floor(seconds))}${space}s`;
  if (seconds < 2 * hour) return `${Math.floor(seconds / minute)}${space}min`;
  if (seconds < 2 * day) return `${Math.floor(seconds / hour)}${space}h`;
  return `${Math.floor(seconds / day)}${space}d`;
};

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const isoOf = (ms: number): string | undefined => {
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
};

/** "12:04:15"; `fine` adds milliseconds. Epoch milliseconds in. */
export const clockTime = (ms: number, fine = false): string =>
  isoOf(ms)?.slice(-13, fine ? -1 : -5) ?? 'no valid time';

/** The clock time, with the date before it where it is not the reference's day: "3 Aug, 12:04:15". */
export const clockTimeNear = (ms: number, referenceMs: number): string => {
  const iso = isoOf(ms);
  const reference = isoOf(referenceMs);
  if (iso === undefined) return 'no valid time';
  if (iso.slice(0, -14) === reference?.slice(0, -14)) return clockTime(ms);
  const date = new Date(ms);
  const year = date.getUTCFullYear();
  const yearWords = reference?.startsWith(String(year)) === true ? '' : ` ${year}`;
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''}${yearWords}, ${clockTime(ms)}`;
};
