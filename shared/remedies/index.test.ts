import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { planRemedies } from './index.ts';
import { remedyIds } from './remedy-ids.ts';
import { oauth, profileDraft, situation, token } from './remedy.test-support.ts';
import { remedyAccepted, remedyTitle } from './words.ts';

const beside = (name: string): boolean => existsSync(fileURLToPath(new URL(name, import.meta.url)));

describe.each(remedyIds)('%s', (id) => {
  test('has a file, a test and words', () => {
    expect([beside(`./${id}.ts`), beside(`./${id}.test.ts`)]).toEqual([true, true]);
    expect([remedyTitle(id), remedyAccepted(id)]).not.toContain('');
  });

  test('plans under its own id, without a figure of the rule, and never throws', () => {
    for (const given of [
      {},
      { draft: profileDraft, profile: oauth('authorization-code'), token: token(true) },
    ]) {
      const plans = planRemedies(situation([{ id }], given));
      expect(plans.filter((plan) => plan.id !== 'report' && plan.id !== id)).toEqual([]);
    }
  });
});

test('whoever can do nothing else can write a report', () => {
  expect(planRemedies(situation([], {})).map(({ id }) => id)).toEqual(['report']);
});
