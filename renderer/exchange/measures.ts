/** Sizes, durations and counts as the status line says them. */

const space = '\u00a0';

const rounded = (value: number): string =>
  value < 10 ? (Math.round(value * 10) / 10).toString() : Math.round(value).toString();

/** "284 B", "1.4 kB", "62 MB": powers of 1000, at most two figures that matter. */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1000) return `${bytes}${space}B`;
  if (bytes < 999_500) return `${rounded(bytes / 1000)}${space}kB`;
  if (bytes < 999_500_000) return `${rounded(bytes / 1_000_000)}${space}MB`;
  return `${rounded(bytes / 1_000_000_000)}${space}GB`;
};

/** "12 of 50 MB", "900 kB of 5 MB": the unit once where it is the same. */
export const partWords = (bytes: number, total: number): string => {
  const [part = '', unit] = sizeWords(bytes).split(space);
  const whole = sizeWords(total);
  return `${whole.endsWith(`${space}${unit}`) ? part : `${part}${space}${unit}`} of ${whole}`;
};

/** "83 ms", "1.24 s", "2 min 5 s". */
export const durationWords = (ms: number): string => {
  if (ms < 1) return `${Math.round(ms * 10) / 10}${space}ms`;
  if (ms < 999.5) return `${Math.round(ms)}${space}ms`;
  if (ms < 59_950) return `${(ms / 1000).toFixed(ms < 9_950 ? 2 : 1).replace(/\.?0+$/, '')}${space}s`;
  const seconds = Math.round(ms / 1000);
  const rest = seconds % 60;
  const minutes = `${Math.floor(seconds / 60)}${space}min`;
  return rest === 0 ? minutes : `${minutes}${space}${rest}${space}s`;
};

const small = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** "one exchange", "two exchanges", "14 exchanges". */
export const countWords = (count: number, one: string, many = `${one}s`): string =>
  `${small[count] ?? count} ${count === 1 ? one : many}`;

/** "1 field", "4 fields". */
export const countFigures = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
