import { valueOf } from '../../exchange/fields.ts';
import type { Facts } from '../facts.ts';
import type { Said } from '../heard.ts';
import { saidOf } from '../heard.ts';

/** The page is called a stranger's. */
const strange =
  /cross-?(?:site|origin)[^.;]{0,40}(?:forbidden|not allowed|blocked|refused|rejected|denied)|\borigin\b[^.;]{0,80}\b(?:not match|n['’]t match|not (?:allowed|trusted|permitted|valid)|invalid|mismatch|any trusted)|(?:invalid|bad|untrusted|wrong|mismatched|forbidden|unknown) (?:request )?origin\b|origin checking failed/i;

/** Another reason, which a page of the house may have as well. */
const otherReason = /\btoken\b[^.;]{0,20}(?:missing|invalid|incorrect|mismatch)|redirect/i;

/**
 * The answer calls the page that asks a stranger's, though by its Origin it is of the very server that was called: the
 * server takes itself for another address, as behind a proxy that does not pass on host and scheme.
 */
export const disownsItself = (facts: Facts): Said | undefined => {
  const origin = valueOf(facts.exchange.request.fields, 'Origin');
  return origin !== undefined && facts.url !== undefined && origin === facts.url.origin
    ? saidOf(facts, strange, otherReason)
    : undefined;
};
