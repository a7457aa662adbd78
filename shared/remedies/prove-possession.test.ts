import { expect, test } from 'vitest';
import { oauth, planned, profileDraft, settingsAfter } from './remedy.test-support.ts';

test('turns the proof on and gets a token that is bound', () => {
  const plan = planned(
    { id: 'prove-possession' },
    { draft: profileDraft, profile: oauth('client-credentials') },
  );
  expect([plan?.token, settingsAfter(plan)?.['dpop']]).toEqual(['fetch', true]);
});

test.each([
  ['it is on already', { draft: profileDraft, profile: oauth('client-credentials', { dpop: true }) }],
  ['a pasted token cannot be bound afterwards', {}],
])('%s', (_, given) => {
  expect(planned({ id: 'prove-possession' }, given)).toBeUndefined();
});
