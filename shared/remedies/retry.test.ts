import { expect, test } from 'vitest';
import { planned, typed } from './remedy.test-support.ts';

test.each([
  ['GET', undefined],
  ['put', undefined],
  ['POST', 'POST is not idempotent: if the first one took effect, this is a second time.'],
  ['PATCH', 'PATCH is not idempotent: if the first one took effect, this is a second time.'],
])('%s is not repeated without a word if it may take effect twice', (method, warning) => {
  expect(planned({ id: 'retry' }, { draft: typed('x', { method }) })?.warning).toBe(warning);
});
