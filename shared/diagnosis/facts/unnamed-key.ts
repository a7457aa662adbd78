import type { Facts } from '../facts.ts';
import { STATED } from '../weights.ts';

/** Nobody thought it up: digits or capitals among small letters. */
const isOpaque = (value: string): boolean =>
  /^[\w-]{8,128}$/.test(value) &&
  /[a-z]/i.test(value) &&
  (/\d/.test(value) || /[a-z][A-Z]+[a-z]/.test(value));

/**
 * Name of the parameter that may be the key which the answer calls invalid, where no usual name tells it. What was not
 * sent is called missing, not invalid.
 */
export const unnamedKey = ({ url, readings }: Facts): string | undefined => {
  if (url === undefined || url.search === '') return undefined;
  const judged = readings.some(
    ({ subject, predicate, weight }) =>
      (subject === 'key' || subject === 'token') &&
      (predicate === 'invalid' || predicate === 'unknown' || predicate === 'expired') &&
      weight >= STATED,
  );
  return judged ? [...url.searchParams].find(([, value]) => isOpaque(value))?.[0] : undefined;
};
