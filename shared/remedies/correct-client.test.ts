import { expect, test } from 'vitest';
import { plainSecret } from '../workspace/secret.ts';
import { oauth, planned, profileDraft, settingsAfter } from './remedy.test-support.ts';

const profile = oauth('client-credentials', { clientId: 'svc', clientSecret: plainSecret('old') });

test('asks for both, and keeps the secret where none is given', () => {
  const plan = planned({ id: 'correct-client' }, { draft: profileDraft, profile });
  expect(settingsAfter(plan, { clientId: ' svc-2 ', clientSecret: 'new' })).toMatchObject({
    clientId: 'svc-2',
    clientSecret: plainSecret('new'),
  });
  expect(settingsAfter(plan, { clientId: 'svc-2', clientSecret: '' })).toMatchObject({
    clientSecret: plainSecret('old'),
  });
  expect(JSON.stringify(plan?.changes)).not.toContain('old');
});

test('a request without a client has none to correct', () => {
  expect(planned({ id: 'correct-client' })).toBeUndefined();
});
