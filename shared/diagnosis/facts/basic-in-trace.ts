import type { Facts } from '../facts.ts';
import type { Said } from '../heard.ts';
import { saidOf } from '../heard.ts';

/** The frame in which it failed: the first of Node and Java, the last of Python. */
const failedIn =
  /^(?:(?!\bat )[\s\S]){0,240}?\bat (?:[\w$.<>]+ )?(?:\[as \w+\] )?\(?[^\s()]*basic[-_]?auth[^\s()]*[(:][^\s()]*\d+|\bFile "[^"]*basic_?auth[^"]*", line \d+(?![\s\S]*\bFile ")|\b(?:failed|unable|error|could not|cannot) (?:to )?(?:decod|pars|read)\w* (?:the )?basic auth\w* (?:token|header|credentials?)/i;

/** What reads the pairs of Basic could make nothing of Authorization, which holds another scheme. */
export const basicInTrace = (facts: Facts): Said | undefined => {
  const sent = facts.authorization?.parsed?.scheme ?? '';
  return sent === '' || sent === 'basic' || !/basic[-_ ]?auth/i.test(facts.said)
    ? undefined
    : saidOf(facts, failedIn);
};
