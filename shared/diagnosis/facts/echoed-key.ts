import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import type { Facts } from '../facts.ts';
import { hostOf, serverCredentials } from '../facts.ts';
import type { Said } from '../heard.ts';
import { saidOf } from '../heard.ts';
import { makerAt } from '../providers/keys.ts';

/** A key as answers repeat it, its middle masked: "Incorrect API key provided: sk-ab***********yz". */
const repeated =
  /\b(?:api[ _-]?key|key|token)\b[^.;:]{0,24}: ?['"`]?([\w.~+/-]{2,24})(?:\*{3,}|…|\.{3,})([\w.~+/-]{0,12})/i;

/**
 * The answer repeats a key that it refuses, and nothing that was sent begins and ends like it: whoever stands between sent
 * one of its own. Silent where the key's maker is asked directly.
 */
export const keyOfSomebodyElse = (facts: Facts): Said | undefined => {
  const said = saidOf(facts, repeated);
  if (said === undefined) return undefined;
  const sent = serverCredentials(facts).flatMap(({ value, parsed }) =>
    parsed === undefined || parsed.rest === ''
      ? [value.trim()]
      : [parsed.rest.trim(), ...(byteStringOfBase64(parsed.rest)?.split(':') ?? [])],
  );
  if (sent.length === 0 || facts.exchange.request.unseen === true || makerAt(hostOf(facts)) !== undefined)
    return undefined;
  const [, start = '', end = ''] = said.match;
  return sent.some((one) => one.startsWith(start) || (end !== '' && one.endsWith(end))) ? undefined : said;
};
