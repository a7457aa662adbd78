import { expect, test } from 'vitest';
import { registerEdits, storeEdits } from './pending-edits.ts';

test('waits for every form that is open, and for no other', async () => {
  const stored: string[] = [];
  const slow = registerEdits(async () => {
    await Promise.resolve();
    stored.push('slow');
  });
  const gone = registerEdits(async () => {
    stored.push('gone');
  });
  gone();
  await storeEdits();
  expect(stored).toEqual(['slow']);
  slow();
  await storeEdits();
  expect(stored).toEqual(['slow']);
});
