import { expect, test } from 'vitest';
import { planned } from './remedy.test-support.ts';

test('waiting counts from the answer', () => {
  expect(planned({ id: 'wait-and-retry', values: { seconds: '7' } })?.notBeforeMs).toBe(8_050);
});

test.each(['soon', '-1'])('%s is no time to wait', (seconds) => {
  expect(planned({ id: 'wait-and-retry', values: { seconds } })).toBeUndefined();
});
