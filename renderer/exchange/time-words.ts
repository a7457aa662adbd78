/** Times in words: a clock time says when, a distance says how far. Figures keep together with no-break spaces. */

const space = '\u00a0';
const second = 1;
const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const twoUnits = (value: number, big: number, bigName: string, small: number, smallName: string): string => {
  const whole = Math.floor(value / big);
  const rest = Math.floor((value - whole * big) / small);
  const first = `${whole}${space}${bigName}`;
  return rest === 0 ? first : `${first}${space}${rest}${space}${smallName}`;
};

/** A span of time without its sign: "0.4 s", "12 s", "4 min 12 s", "1 h 4 min", "3 d 2 h". */
export const distanceWords = (seconds: number): string => {
  const value = Math.abs(seconds);
  if (value < second) return `${Math.round(value * 10) / 10}${space}s`;
  const whole = Math.round(value);
  if (whole < minute) return `${whole}${space}s`;
  if (whole < hour) return twoUnits(whole, minute, 'min', second, 's');
  if (whole < day) return twoUnits(whole, hour, 'h', minute, 'min');
  return twoUnits(whole, day, 'd', hour, 'h');
};

/** What a token has left, as lists say it: "41 min", "2 h", "3 d", "under 1 min". */
export const remainingWords = (seconds: number): string => {
  if (seconds < minute) return `${Math.max(0, Math.floor(seconds))}${space}s`;
  if (seconds < 2 * hour) return `${Math.floor(seconds / minute)}${space}min`;
  if (seconds < 2 * day) return `${Math.floor(seconds / hour)}${space}h`;
  return `${Math.floor(seconds / day)}${space}d`;
};

const two = (value: number): string => String(value).padStart(2, '0');
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "12:04:15" in the person's own time zone; `fine` adds milliseconds. */
export const clockTime = (ms: number, fine = false): string => {
  const date = new Date(ms);
  const time = `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
  return fine ? `${time}.${String(date.getMilliseconds()).padStart(3, '0')}` : time;
};

/** The clock time, with the date before it where it is not the reference's day: "3 Aug, 12:04:15". */
export const clockTimeNear = (ms: number, referenceMs: number): string => {
  const date = new Date(ms);
  if (Number.isNaN(date.getTime())) return 'no valid time';
  const reference = new Date(referenceMs);
  if (date.toDateString() === reference.toDateString()) return clockTime(ms);
  const year = date.getFullYear() === reference.getFullYear() ? '' : ` ${date.getFullYear()}`;
  return `${date.getDate()} ${months[date.getMonth()] ?? ''}${year}, ${clockTime(ms)}`;
};
