import { diagnose } from '../diagnosis/diagnose.ts';
import { factsOf, type Facts } from '../diagnosis/facts.ts';
import { quoted } from '../diagnosis/rule.ts';
import { failureOf, responseOf, type Attempt, type Exchange } from '../exchange/exchange.ts';
import { maskText } from '../exchange/redact.ts';
import type { Reading } from './experiment.ts';
import type { Ran } from './result.ts';
import type { Scene } from './scene.ts';

/** How the answer of an experiment compares with the refusal that is to be explained. */
export type Answer = 'accepted' | 'same' | 'other-refusal' | 'other-answer' | 'none';

type RequestRan = Extract<Ran, { kind: 'request' }>;

const attemptOf = (exchanges: readonly Exchange[]): Attempt => ({
  id: '',
  startedAtMs: 0,
  // What an experiment sends is a request like the one that failed; only its mark is another.
  exchanges: exchanges.map((exchange) =>
    exchange.purpose === 'experiment' ? { ...exchange, purpose: 'resource' } : exchange,
  ),
  source: 'sent',
});

export const lastExchange = ({ exchanges }: Pick<RequestRan, 'exchanges'>): Exchange | undefined =>
  exchanges.at(-1);

export const statusOf = (ran: Pick<RequestRan, 'exchanges'>): number | undefined => {
  const last = lastExchange(ran);
  return last === undefined ? undefined : responseOf(last)?.status;
};

/** What an answer says, without what differs from one answer to the next: nonces, times, ids of the request. */
const saidBy = (facts: Facts): string => {
  const challenges = facts.challenges.map(({ challenge }) =>
    [
      challenge.scheme,
      ...challenge.params
        .filter(({ name }) => !/^(?:nonce|opaque|stale|cnonce)$/.test(name))
        .map(({ name, value }) => `${name}=${value}`),
    ].join(' '),
  );
  const words = facts.statements
    .map(({ text }) => text)
    .join(' ')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{20,}|\b[\w+/=-]{20,}\b|\d[\d:.TZ-]*/gi, '#');
  return [facts.status, ...challenges, words].join('\n');
};

export const answerOf = (base: Facts, ran: RequestRan): Answer => {
  const attempt = attemptOf(ran.exchanges);
  const last = attempt.exchanges.at(-1);
  const response = last === undefined ? undefined : responseOf(last);
  if (last === undefined || response === undefined || ran.stopped !== undefined) return 'none';
  const facts = factsOf(attempt, attempt.exchanges.length - 1);
  if (facts !== undefined && saidBy(facts) === saidBy(base)) return 'same';
  if (diagnose(attempt).failed) return 'other-refusal';
  return response.status < 400 ? 'accepted' : 'other-answer';
};

/** What the server says of itself in the answer, a few words: its error code, the beginning of its words. */
export const wordsOf = (ran: RequestRan): string => {
  const last = lastExchange(ran);
  if (last === undefined) return ran.stopped?.code ?? 'not sent';
  const failure = failureOf(last);
  if (failure !== undefined) return failure.code;
  const attempt = attemptOf([last]);
  const [statement] = factsOf(attempt, 0)?.statements ?? [];
  if (statement === undefined) return (responseOf(last)?.status ?? 500) < 400 ? 'accepted' : 'no error';
  return quoted(maskText(statement.text), 40);
};

export const requestsIn = (runs: readonly Ran[]): readonly RequestRan[] =>
  runs.filter((ran) => ran.kind === 'request');

/** What each way of answering means: an outcome, or more where the answer names a cause. */
type Meanings<O extends string> = Readonly<
  Record<Answer, O | ((ran: RequestRan) => Omit<Reading<O>, 'answer'>)>
>;

/** Reads an experiment of one request. `unsent`: the outcome where nothing was sent. */
export const readOne = <O extends string>(
  scene: Scene,
  runs: readonly Ran[],
  unsent: O,
  meanings: Meanings<O>,
): Reading<O> => {
  const [ran] = requestsIn(runs);
  if (ran === undefined) return { outcome: unsent, answer: 'not sent' };
  const meaning = meanings[answerOf(scene.facts, ran)];
  return {
    answer: wordsOf(ran),
    ...(typeof meaning === 'function' ? meaning(ran) : { outcome: meaning }),
  };
};

/** "401, then 200". */
export const statusesOf = (runs: readonly Ran[]): string =>
  requestsIn(runs)
    .map((ran) => statusOf(ran) ?? 'no answer')
    .join(', ');
