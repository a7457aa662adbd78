import { expect, test } from 'vitest';
import { planned, typed } from './remedy.test-support.ts';

const draft = typed('x', {
  url: 'https://api.example//v1/me',
  params: [{ name: 'api_key', value: 'secretvalue', on: true }],
});

test('to the address that follows from the evidence', () => {
  const plan = planned(
    { id: 'correct-url', values: { url: 'https://api.example/v1/me?api_key=secretvalue' } },
    { draft },
  );
  expect(plan?.apply({}).url).toBe('https://api.example/v1/me');
  expect(JSON.stringify(plan?.changes)).not.toContain('secretvalue');
});

test('to the address that a person gives', () => {
  const plan = planned({ id: 'correct-url' }, { draft });
  expect(plan?.question).toMatchObject({
    fields: [{ value: 'https://api.example//v1/me?api_key=secretvalue' }],
  });
  expect(plan?.apply({ url: 'https://b.example/x?y=1' })).toMatchObject({
    url: 'https://b.example/x',
    params: [{ name: 'y', value: '1', on: true }],
  });
});

test('the same address is no correction', () => {
  expect(planned({ id: 'correct-url', values: { url: 'https://api.example/me' } })).toBeUndefined();
});
