import { expect, test } from 'vitest';
import { lastFacts } from '../attempt.test-support.ts';
import { beginsLater } from './time-frame.ts';

const frame = (start: string, now: string): string =>
  `Signature not valid in the specified time frame: Start [Tue, 14 Nov 2023 ${start} GMT] - Expiry [Wed, 15 Nov 2023 12:00:00 GMT] - Current [Tue, 14 Nov 2023 ${now} GMT]`;

test.each([
  [frame('12:10:00', '12:00:00'), 600],
  [frame('11:50:00', '12:00:00'), undefined],
  [frame('soon', '12:00:00'), undefined],
  ['Signature not valid', undefined],
])('%s', (body, ahead) => {
  expect(beginsLater(lastFacts({ status: 403, body }))?.ahead).toBe(ahead);
});
