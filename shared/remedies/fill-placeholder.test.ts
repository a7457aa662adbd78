import { expect, test } from 'vitest';
import { planned, typed } from './remedy.test-support.ts';

test('a placeholder is filled wherever it stands', () => {
  const draft = typed('Bearer {{token}}', {
    url: 'https://a.example/{{token}}',
    params: [{ name: 'k', value: '{{token}}', on: true }],
  });
  const values = { placeholder: '{{token}}', name: 'token' };
  const after = planned({ id: 'fill-placeholder', values }, { draft })?.apply({ value: 'abc' });
  expect([after?.fields[0]?.value, after?.url, after?.params[0]?.value]).toEqual([
    'Bearer abc',
    'https://a.example/abc',
    'abc',
  ]);
});

test('a placeholder that the request does not hold offers nothing', () => {
  expect(planned({ id: 'fill-placeholder', values: { placeholder: '{{other}}' } })).toBeUndefined();
});
