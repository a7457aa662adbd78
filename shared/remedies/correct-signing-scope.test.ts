import { expect, test } from 'vitest';
import { own, planned, settingsAfter } from './remedy.test-support.ts';

const draft = own('aws-sigv4', { region: 'us-east-1', service: 's3' });

test('signs for the region that the server names', () => {
  const plan = planned({ id: 'correct-signing-scope', values: { region: 'eu-west-1' } }, { draft });
  expect(plan?.question).toBeUndefined();
  expect(plan?.changes).toEqual([{ before: 'Signed for: us-east-1/s3', after: 'Signed for: eu-west-1/s3' }]);
  expect(settingsAfter(plan)).toEqual({ region: 'eu-west-1', service: 's3' });
});

test.each([undefined, { region: 'us-east-1' }])('asks where %j says nothing new', (values) => {
  const plan = planned(
    { id: 'correct-signing-scope', ...(values === undefined ? {} : { values }) },
    { draft },
  );
  expect(plan?.question).toMatchObject({ fields: [{ value: 'us-east-1' }, { value: 's3' }] });
  expect(settingsAfter(plan, { region: 'eu-west-1', service: 'sts' })).toEqual({
    region: 'eu-west-1',
    service: 'sts',
  });
});

test('a scheme that signs for no region', () => {
  expect(planned({ id: 'correct-signing-scope' }, { draft: own('basic', {}) })).toBeUndefined();
});
