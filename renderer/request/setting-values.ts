import { parseConnectTo } from '../../shared/workspace/connect-to.ts';
import { parseOwnAnswer } from '../../shared/workspace/own-answer.ts';

/** Texts of the Settings tab and the values they stand for; `undefined` where a text is no value. */

export const wholeNumber = (typed: string, most: number): number | undefined => {
  const number = /^\d{1,9}$/.test(typed.trim()) ? Number(typed) : undefined;
  return number !== undefined && number <= most ? number : undefined;
};

const longestSeconds = 3_600;

/** Seconds, a fraction allowed, as milliseconds. */
export const secondsOf = (typed: string): number | undefined => {
  if (!/^\d{1,4}(?:\.\d{1,3})?$/.test(typed.trim())) return undefined;
  const seconds = Number(typed);
  return seconds <= longestSeconds ? Math.round(seconds * 1000) : undefined;
};

export const secondsText = (ms: number): string => String(ms / 1000);

/** Seconds with their sign, as milliseconds; nothing typed is none. */
export const offsetOf = (typed: string): number | undefined => {
  const text = typed.trim();
  if (text === '') return 0;
  return /^[+-]?\d{1,9}(?:\.\d{1,3})?$/.test(text) ? Math.round(Number(text) * 1000) : undefined;
};

export const offsetText = (ms: number | undefined): string => (ms === undefined ? '' : String(ms / 1000));

/** Origins separated by spaces or commas, each reduced to scheme, host and port. */
export const originsOf = (typed: string): readonly string[] | undefined => {
  const origins = typed
    .split(/[\s,]+/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const url = URL.parse(piece);
      return url !== null && /^https?:$/.test(url.protocol) ? url.origin : undefined;
    });
  return origins.every((origin) => origin !== undefined) ? origins : undefined;
};

export const originsText = (origins: readonly string[]): string => origins.join(' ');

/** Texts separated by spaces, each of one grammar. One with a variable in it is judged when it is filled. */
const rulesOf =
  (parse: (text: string) => unknown) =>
  (typed: string): readonly string[] | undefined => {
    const rules = typed.split(/\s+/).filter((piece) => piece !== '');
    return rules.every((one) => one.includes('{{') || parse(one) !== undefined) ? rules : undefined;
  };

/** Own answers of the resolver. */
export const answersOf = rulesOf(parseOwnAnswer);

/** Other places to connect to. */
export const connectToOf = rulesOf(parseConnectTo);

export const rulesText = (rules: readonly string[]): string => rules.join(' ');

export const textOrNone = (typed: string): string | undefined => (typed === '' ? undefined : typed);
