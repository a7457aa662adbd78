import { valueOf } from '../../exchange/fields.ts';
import type { Facts } from '../facts.ts';
import type { Said } from '../heard.ts';
import { saidOf } from '../heard.ts';

/** An answer that writes out the media type which its interface is asked for by: a maker's own, of `application/vnd`. */
const written =
  /\bAccept\b['"`]?:? ?['"`]?(application\/vnd\.[\w.+-]+)|(application\/vnd\.[\w.+-]+)['"`]? Accept\b/i;

/** The words, and the media type that Accept did not hold. */
export const missedMediaType = (facts: Facts): { readonly said: Said; readonly type: string } | undefined => {
  if (facts.exchange.request.unseen === true || (facts.status ?? 0) < 400) return undefined;
  const said = saidOf(facts, written);
  const type = said?.match[1] ?? said?.match[2];
  const sent = valueOf(facts.exchange.request.fields, 'Accept') ?? '';
  return said === undefined || type === undefined || sent.toLowerCase().includes(type.toLowerCase())
    ? undefined
    : { said, type };
};
