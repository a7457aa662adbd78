import { expect, test } from 'vitest';
import type { Cause } from '../../shared/diagnosis/causes.ts';
import type { Diagnosis } from '../../shared/diagnosis/diagnosis.ts';
import { movedCauses } from './moved-odds.ts';

const diagnosed = (odds: Readonly<Partial<Record<Cause, number>>>, ...gone: readonly Cause[]): Diagnosis => ({
  exchange: 0,
  failed: true,
  findings: Object.entries(odds).map(([cause, confidence]) => ({
    cause: cause as Cause,
    confidence,
    title: '',
    explanation: '',
    evidence: [],
    remedies: [],
  })),
  ruledOut: gone.map((cause) => ({ cause, because: '' })),
});

test('lists what is and what was on the list, the likeliest now first', () => {
  const moved = movedCauses(
    diagnosed({ 'token-rejected': 0.6, 'header-stripped': 0.3, unexplained: 0.1 }),
    diagnosed({ 'url-wrong': 0.8, unexplained: 0.2 }, 'header-stripped'),
  );
  expect(moved).toEqual([
    { cause: 'url-wrong', before: 0, after: 0.8, ruledOut: false },
    { cause: 'unexplained', before: 0.1, after: 0.2, ruledOut: false },
    { cause: 'token-rejected', before: 0.6, after: 0, ruledOut: false },
    { cause: 'header-stripped', before: 0.3, after: 0, ruledOut: true },
  ]);
});
