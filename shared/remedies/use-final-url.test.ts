import { expect, test } from 'vitest';
import { joinUrl } from '../workspace/draft.ts';
import { planned } from './remedy.test-support.ts';

test('the final URL takes the place of the typed one', () => {
  const url = 'http://eu.example/me?x=1';
  const after = planned({ id: 'use-final-url', values: { url } })?.apply({});
  expect(joinUrl(after?.url ?? '', after?.params ?? [])).toBe(url);
});

test('a target that nobody named', () => {
  expect(planned({ id: 'use-final-url' })).toBeUndefined();
});
