import { responseOf } from '../../shared/exchange/exchange.ts';
import type { RemedyId } from '../../shared/remedies/remedy-ids.ts';
import { lastExchange, pillOfAttempt } from '../exchange/status-tone.ts';
import type { AttemptRecord } from '../state/state.ts';

/** What a remedy did, told from the attempts before and after it. */
export interface RemedyOutcome {
  readonly kind: 'helped' | 'same' | 'other';
  /** The sentence that is the verdict now. */
  readonly title: string;
}

const accepted: Readonly<Record<RemedyId, string>> = {
  'refresh-token': 'the fresh token was accepted',
  'fetch-token': 'the fresh token was accepted',
  'authorize-again': 'the new login was accepted',
  'repair-header': 'the repaired field was accepted',
  'switch-scheme': 'the other scheme was accepted',
  'fill-placeholder': 'the filled-in value was accepted',
  'fill-credentials': 'the credentials were accepted',
  'reencode-credentials': 'the re-encoded credentials were accepted',
  'send-to-redirect-target': 'the redirect’s target accepted the credentials',
  'use-final-url': 'the final address accepted the credentials',
  'send-proxy-credentials': 'the proxy let the request through',
  'wait-and-retry': 'after the wait the request was accepted',
  retry: 'the second try was accepted',
  report: 'the request was accepted',
};

const isAccepted = ({ attempt, diagnosis }: AttemptRecord): boolean => {
  const last = lastExchange(attempt);
  const status = last === undefined ? undefined : responseOf(last)?.status;
  return !diagnosis.failed && attempt.stopped === undefined && status !== undefined && status < 400;
};

export const remedyOutcome = (before: AttemptRecord, after: AttemptRecord, id: RemedyId): RemedyOutcome => {
  if (isAccepted(after)) return { kind: 'helped', title: `It helped: ${accepted[id]}` };
  if (after.attempt.stopped !== undefined) {
    return { kind: 'other', title: 'It did not help: the token request was refused' };
  }
  const [was, is] = [pillOfAttempt(before.attempt).text, pillOfAttempt(after.attempt).text];
  return was === is
    ? { kind: 'same', title: `It did not help: still ${is}` }
    : { kind: 'other', title: `Something else: now ${is}` };
};
