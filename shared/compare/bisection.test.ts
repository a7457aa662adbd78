import fc from 'fast-check';
import { expect, test } from 'vitest';
import { opaque, type Told } from '../diagnosis/attempt.test-support.ts';
import { runWith, sceneFrom } from '../experiments/experiment.test-support.ts';
import type { Draft } from '../workspace/draft.ts';
import { bisectedBy, bisection, mostRequests } from './bisection.ts';
import type { Difference } from './difference.ts';

const refused: Told = { status: 401, sent: opaque };
const accepted: Told = { status: 200, body: {} };

/** Differences that each leave their name in the draft. */
const differencesNamed = (count: number): readonly Difference[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `d${at}`,
    kind: 'field',
    name: `D${at}`,
    mine: undefined,
    theirs: { text: '1' },
    apply: (draft: Draft) => ({
      ...draft,
      fields: [...draft.fields, { name: `D${at}`, value: '1', on: true }],
    }),
  }));

const found = (count: number, needs: readonly number[]) => {
  const differences = differencesNamed(count);
  const scene = sceneFrom(refused);
  const experiment = bisection(differences);
  const { runs, steps } = runWith(experiment, scene, (step) => {
    const has = (at: number): boolean =>
      step.kind === 'request' && step.draft.fields.some(({ name }) => name === `D${at}`);
    return needs.every(has) ? accepted : refused;
  });
  return { ...bisectedBy(scene, differences, runs), requests: steps.length, plan: experiment.plan(scene) };
};

test('any single difference is found, within the requests that were named', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(), (count, seed) => {
      const culprit = seed % count;
      const { outcome, differences, requests, plan } = found(count, [culprit]);
      expect(outcome).toBe('one');
      expect(differences.map(({ id }) => id)).toEqual([`d${culprit}`]);
      expect(requests).toBeLessThanOrEqual(plan?.most ?? 0);
    }),
    { numRuns: 60 },
  );
});

test('two that are needed together are named together', () => {
  const { outcome, differences } = found(8, [1, 6]);
  expect(outcome).toBe('together');
  expect(differences.map(({ id }) => id)).toEqual(expect.arrayContaining(['d1', 'd6']));
});

test('a request that works no more ends it after one request', () => {
  expect(found(8, [99])).toMatchObject({ outcome: 'still-refused', requests: 1 });
});

test('doubling the differences costs two requests more', () => {
  expect(mostRequests(16) - mostRequests(8)).toBe(2);
  expect(mostRequests(0)).toBe(0);
});

test('where nothing can be taken over there is nothing to halve', () => {
  const bare: Difference = {
    id: 'spelling',
    kind: 'spelling',
    name: 'Order',
    mine: undefined,
    theirs: undefined,
  };
  expect(bisection([bare]).plan(sceneFrom(refused))).toBeUndefined();
});
