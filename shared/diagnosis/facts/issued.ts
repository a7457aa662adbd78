import { responseOf } from '../../exchange/outcome.ts';
import type { Facts } from '../facts.ts';
import { textOfBody } from './response-body.ts';

/** An earlier answer of the same origin that handed out the very token that is now refused. */
export interface Issued {
  readonly index: number;
  /** How long before, seconds; 0 where the file does not say. */
  readonly before: number;
}

/** Shorter values stand in answers by chance. */
const TELLING = 16;

export const issuedHere = (facts: Facts): Issued | undefined => issuedBy(facts, true);

/** Likewise, by whichever server: a token endpoint often has a host of its own. */
export const issuedBefore = (facts: Facts): Issued | undefined => issuedBy(facts, false);

const issuedBy = (facts: Facts, here: boolean): Issued | undefined => {
  const text = facts.token?.text ?? '';
  if (text.length < TELLING) return undefined;
  const found = facts.earlier.findLast(({ exchange, accepted, sameOrigin }) => {
    const response = responseOf(exchange);
    return (
      accepted && (sameOrigin || !here) && response !== undefined && textOfBody(response.body).includes(text)
    );
  });
  return found === undefined ? undefined : { index: found.index, before: found.before };
};
