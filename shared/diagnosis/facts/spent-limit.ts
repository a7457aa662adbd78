import type { Field } from '../../exchange/exchange.ts';

/** What counts, and the word for what is left of it: `X-RateLimit-Requests-Remaining`, `X-Quota-Left`. */
const counted = /rate-?limit|quota|requests?|calls?|credits?|usage/i;
const left = /remain|left|available/i;

/** The structured field of the draft names what is left as one of its parameters: `limit=5, remaining=0, reset=812` or `"day";r=0`. */
const structured = /(?:^|[\s,;])(?:remaining|r)=0(?!\d)/;

/** A field of the answer by which a limit tells that nothing of it is left. */
export const spentLimit = (fields: readonly Field[]): Field | undefined =>
  fields.find(({ name, value }) =>
    /^(?:x-)?ratelimit$/i.test(name)
      ? structured.test(value)
      : counted.test(name) && left.test(name) && /^\s*0(?:\.0+)?(?:$|[;,\s])/.test(value),
  );
