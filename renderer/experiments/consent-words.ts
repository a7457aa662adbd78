import { hostIn } from '../../shared/exchange/url.ts';
import type { Finished, Proposal } from '../../shared/experiments/propose.ts';
import { exchangesOf } from '../../shared/experiments/result.ts';
import { percentOf } from '../../shared/diagnosis/words.ts';
import { clockTime } from '../exchange/time-words.ts';
import type { Experiments } from '../state/state.ts';

/** Most requests and logins of a plan: so many can be overlooked before one says yes to them. */
export const MOST_REQUESTS = 10;
export const MOST_LOGINS = 2;

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

export const requestsWords = (count: number): string => counted(count, 'request');

/** "You allowed up to 6 requests at 12:10:31. 5 were sent. No password was tried." */
export const allowedWords = (
  { requests, atMs }: NonNullable<Experiments['allowed']>,
  done: readonly Finished[],
): string => {
  const exchanges = done.flatMap(({ result }) => exchangesOf(result));
  const hosts = [...new Set(exchanges.flatMap(({ request: { url } }) => hostIn(url) ?? []))];
  const to = hosts.length === 0 ? '' : `, to ${hosts.join(' and ')}`;
  const sent = exchanges.length;
  return `You allowed up to ${requestsWords(requests)} at ${clockTime(atMs)}. ${sent === 0 ? 'None was sent' : `${sent} ${sent === 1 ? 'was' : 'were'} sent${to}`}. No password was tried that is not yours, and nothing was changed on either side.`;
};

/** "Expected: 44 → 91 % or 12 %." */
export const expectedWords = ({ expected: { now, best, worst } }: Proposal): string => {
  const [a, b, c] = [now, best, worst].map(percentOf);
  return `Expected of the leading cause: ${a} → ${b}\u00a0% or ${c}\u00a0%.`;
};

/** Hosts of several proposals, each named once. */
export const hostsIn = (proposals: readonly Proposal[]): string =>
  [...new Set(proposals.flatMap(({ plan }) => plan.hosts))].join(', ');
