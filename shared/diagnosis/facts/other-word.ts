import type { Facts } from '../facts.ts';
import { sentCredentials } from './sent-credentials.ts';

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
    if (!accepted || !sameOrigin) continue;
    const before = sentCredentials(exchange.request, index).find((one) => one.in === 'authorization');
    if (before?.parsed === undefined) continue;
    if (before.value.trim() === now.rest.trim()) return { index, was: '' };
    const then = before.parsed;
    if (then.rest.trim() === now.rest.trim() && then.spelled !== now.spelled)
      return { index, was: then.spelled };
  }
  return undefined;
};
