import { responseOf } from '../../shared/exchange/exchange.ts';
import { remedyAccepted } from '../../shared/remedies/words.ts';
import type { RemedyId } from '../../shared/remedies/remedy-ids.ts';
import { lastExchange, pillOfAttempt } from '../exchange/status-tone.ts';
import type { AttemptRecord } from '../state/state.ts';

/** What a remedy did, told from the attempts before and after it. */
export interface RemedyOutcome {
  readonly kind: 'helped' | 'same' | 'other';
  /** The sentence that is the verdict now. */
  readonly title: string;
}

const isAccepted = ({ attempt, diagnosis }: AttemptRecord): boolean => {
  const last = lastExchange(attempt);
  const status = last === undefined ? undefined : responseOf(last)?.status;
  return !diagnosis.failed && attempt.stopped === undefined && status !== undefined && status < 400;
};

export const remedyOutcome = (before: AttemptRecord, after: AttemptRecord, id: RemedyId): RemedyOutcome => {
  if (isAccepted(after)) return { kind: 'helped', title: `It helped: ${remedyAccepted(id)}` };
  if (after.attempt.stopped !== undefined) {
    return { kind: 'other', title: 'It did not help: the token request was refused' };
  }
  const [was, is] = [pillOfAttempt(before.attempt).text, pillOfAttempt(after.attempt).text];
  return was === is
    ? { kind: 'same', title: `It did not help: still ${is}` }
    : { kind: 'other', title: `Something else: now ${is}` };
};
