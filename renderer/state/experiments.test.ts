import { expect, test } from 'vitest';
import { acmeBoot, fakeHost } from '../host-fake.test-support.ts';
import { sampleExchange } from '../exchange/sample.test-support.ts';
import type { ExperimentResult } from '../../shared/experiments/result.ts';
import type { CommandArg } from '../../shared/ipc/contract.ts';
import { findingOut } from './experiments.ts';
import { currentRequest, shownRecord } from './selectors.ts';
import { testWindow, type TestWindow } from './window.test-support.ts';

/** The unchanged answer, without the credential: what the engine would have recorded. */
const result: ExperimentResult = {
  id: 'without-credentials',
  atMs: 5,
  runs: [
    {
      kind: 'request',
      label: 'Without credentials',
      exchanges: [{ ...sampleExchange({ id: 'e1' }), purpose: 'experiment' }],
    },
  ],
};

const open = async (
  experiment: (arg: CommandArg<'experiment'>) => { readonly results: readonly ExperimentResult[] },
): Promise<TestWindow & { readonly asked: readonly CommandArg<'experiment'>[] }> => {
  const asked: CommandArg<'experiment'>[] = [];
  const host = fakeHost(acmeBoot(0), {
    experiment: (arg) => {
      asked.push(arg);
      return experiment(arg);
    },
  });
  const window = testWindow(host);
  await window.actions.boot();
  window.actions.openRequest('me');
  await window.actions.send();
  return { ...window, asked };
};

const wish = { which: { id: 'without-credentials' }, allowed: { requests: 1, logins: 0, unsafe: false } };

test('a result stands in the record, beside the diagnosis as it was before', async () => {
  const window = await open(() => ({ results: [result] }));
  const before = shownRecord(window.state())?.diagnosis;
  await window.actions.experiment(wish);
  const record = shownRecord(window.state());
  expect(record?.experiments).toMatchObject({ running: undefined, allowed: { requests: 1 } });
  expect(record?.experiments?.results).toEqual([result]);
  expect(record?.experiments?.before).toBe(before);
  expect(record?.diagnosis).not.toBe(before);
  expect(findingOut(window.state())?.done.map(({ experiment }) => experiment.id)).toEqual([
    'without-credentials',
  ]);
});

test('one that was told while it ran is not counted twice', async () => {
  const window = await open((arg) => {
    window.host.emit({ event: 'experiment', sendId: arg.sendId, result });
    return { results: [result] };
  });
  await window.actions.experiment(wish);
  expect(shownRecord(window.state())?.experiments?.results).toHaveLength(1);
});

test('what runs just now is shown with the requests that have left', async () => {
  const running: unknown[] = [];
  const window = await open((arg) => {
    running.push(shownRecord(window.state())?.experiments?.running);
    window.host.emit({
      event: 'experiment-step',
      sendId: arg.sendId,
      id: 'without-credentials',
      label: 'x',
      sent: 1,
    });
    running.push(shownRecord(window.state())?.experiments?.running);
    return { results: [] };
  });
  await window.actions.experiment({ ...wish, which: 'plan', allowed: { ...wish.allowed, requests: 6 } });
  expect(running).toMatchObject([
    { label: 'Choosing the most telling', sent: 0, most: 6 },
    { label: 'Without credentials', sent: 1, most: 6 },
  ]);
});

test('a halving of differences runs like an experiment, and is cancelled like one', async () => {
  const window = await open((arg) => {
    expect(shownRecord(window.state())?.experiments?.running?.sendId).toBe(arg.sendId);
    window.actions.cancelExperiments();
    return { results: [{ ...result, id: 'bisection' }] };
  });
  const theirs = sampleExchange({ id: 'e1' }).request;
  const found = await window.actions.bisect(theirs, wish.allowed);
  expect(found?.id).toBe('bisection');
  expect(shownRecord(window.state())?.experiments).toMatchObject({ running: undefined, results: [] });
  expect(shownRecord(window.state())?.experiments?.allowed).toBeUndefined();
});

test('an attempt out of the history stands with its experiments and the odds before them', async () => {
  const attempt = {
    id: 'h0',
    startedAtMs: 1,
    source: 'sent',
    exchanges: [sampleExchange({ id: 'e1' })],
  } as const;
  const host = fakeHost(acmeBoot(1), {
    historyAttempt: () => ({
      attempt: { ...attempt, exchanges: [...attempt.exchanges] },
      draft: undefined,
      experiments: [result],
    }),
  });
  const window = testWindow(host);
  await window.actions.boot();
  await window.actions.openHistory('h0');
  const record = shownRecord(window.state());
  expect(findingOut(window.state())?.done.map(({ experiment }) => experiment.id)).toEqual([result.id]);
  expect(record?.experiments?.before.findings).not.toEqual(record?.diagnosis.findings);
});

test('the engine is handed what led to the refusal, what was sent, and what was allowed', async () => {
  const window = await open(() => ({ results: [] }));
  const sent = shownRecord(window.state());
  await window.actions.experiment(wish);
  await window.actions.experiment(wish);
  expect(window.asked).toHaveLength(2);
  expect(window.asked[0]).toMatchObject({ ...wish, draft: sent?.draft, done: [] });
  expect(window.asked[0]?.attempt.id).toBe(sent?.attempt.id);
  expect(window.asked[0]?.made).toBe(window.asked[1]?.made);
  expect(shownRecord(window.state())?.experiments?.allowed?.requests).toBe(2);
});

test('what was skipped is asked no more', async () => {
  const window = await open(() => ({ results: [] }));
  window.actions.skipExperiment('again');
  expect(shownRecord(window.state())?.experiments?.skipped).toEqual(['again']);
  expect(findingOut(window.state())?.next.map(({ experiment }) => experiment.id)).not.toContain('again');
});

test('a difference that is taken over can be undone', async () => {
  const window = await open(() => ({ results: [] }));
  const before = currentRequest(window.state())?.draft;
  window.actions.takeOver({
    id: 'method',
    kind: 'method',
    name: 'Method',
    mine: { text: 'GET' },
    theirs: { text: 'PUT' },
    apply: (draft) => ({ ...draft, method: 'PUT' }),
  });
  expect(currentRequest(window.state())?.draft.method).toBe('PUT');
  window.state().notices.at(-1)?.action?.run();
  expect(currentRequest(window.state())?.draft).toBe(before);
});
