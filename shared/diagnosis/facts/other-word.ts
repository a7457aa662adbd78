import { parseCredentials } from '../../http-auth/credentials.ts';
import { valueOf } from '../../exchange/fields.ts';
import type { Facts } from '../facts.ts';

/** The same secret passed in Authorization behind another word, or behind the same in other letters. */
export interface OtherWord {
  readonly index: number;
  /** As it was spelled: "Bearer" where "bearer" is sent now; empty where it stood there by itself. */
  readonly was: string;
}

/** Shorter secrets are alike by chance. */
const TELLING = 12;

export const passedBehindAnotherWord = ({ authorization, earlier }: Facts): OtherWord | undefined => {
  const now = authorization?.parsed;
  if (now === undefined || now.rest.trim().length < TELLING) return undefined;
  for (const { accepted, sameOrigin, exchange, index } of earlier.toReversed()) {
    const before = accepted && sameOrigin ? valueOf(exchange.request.fields, 'Authorization') : undefined;
    if (before === undefined) continue;
    if (before.trim() === now.rest.trim()) return { index, was: '' };
    const then = parseCredentials(before);
    if (then.rest.trim() === now.rest.trim() && then.spelled !== now.spelled)
      return { index, was: then.spelled };
  }
  return undefined;
};
