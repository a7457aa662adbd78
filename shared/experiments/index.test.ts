import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { causes } from '../diagnosis/causes.ts';
import { causesTold, likelihoodOf, outcomesOf } from './odds.ts';
import { experimentById, experiments } from './index.ts';

const folder = new URL('.', import.meta.url);
const declared = readdirSync(folder)
  .filter((name) => name.endsWith('.ts') && !name.includes('.test'))
  .filter((name) => readFileSync(new URL(name, folder), 'utf8').includes('= defineExperiment({'))
  .map((name) => name.replace(/\.ts$/, ''));

describe('the registry of experiments', () => {
  test('lists each file that declares one, under the name of the file', () => {
    expect(experiments.map(({ id }) => id).toSorted()).toEqual(declared.toSorted());
  });
  test('finds one by its id', () => {
    for (const experiment of experiments) expect(experimentById(experiment.id)).toBe(experiment);
    expect(experimentById('no-such')).toBeUndefined();
  });
});

describe.each(experiments.map((experiment) => [experiment.id, experiment] as const))(
  '%s',
  (_, experiment) => {
    test('says something of each of its outcomes', () => {
      expect(Object.keys(experiment.says).toSorted()).toEqual(outcomesOf(experiment).toSorted());
      for (const says of Object.values(experiment.says)) expect(says).toMatch(/^[A-Z].*[^.!]$/);
    });
    test('asks a question', () => {
      expect(experiment.question).toMatch(/^[A-Z].*\?$/);
      expect(experiment.changed).toMatch(/^[A-Z]/);
    });
    test('names causes of the list, and knows how each of them answers', () => {
      expect(causesTold(experiment).length).toBeGreaterThan(0);
      for (const cause of causesTold(experiment)) {
        expect(causes).toContain(cause);
        expect(Object.keys(experiment.likelihoods[cause] ?? {}).toSorted()).toEqual(
          outcomesOf(experiment).toSorted(),
        );
      }
    });
    test('holds no outcome for impossible, and none for certain', () => {
      for (const cause of [...causesTold(experiment), 'unexplained' as const]) {
        for (const outcome of outcomesOf(experiment)) {
          expect(likelihoodOf(experiment, outcome, cause)).toBeGreaterThan(0);
          expect(likelihoodOf(experiment, outcome, cause)).toBeLessThan(1);
        }
      }
    });
  },
);
