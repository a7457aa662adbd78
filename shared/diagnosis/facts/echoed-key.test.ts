import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { basic, lastFacts } from '../attempt.test-support.ts';
import { keyOfSomebodyElse } from './echoed-key.ts';

const sent = { Authorization: 'Bearer tk-Zx81kQp07vTnE4sWc2RbYh6L' };
const body = 'Incorrect API key provided: sk-ab***********yz';

test.each<[string, Told, boolean]>([
  ['like nothing that was sent', { sent, body }, true],
  [
    'beginning like the key that was sent',
    { sent, body: 'Incorrect API key provided: tk-Z***********yz' },
    false,
  ],
  [
    'ending like the key that was sent',
    { sent, body: 'Incorrect API key provided: sk-ab***********h6L' },
    false,
  ],
  ['like half of what was sent', { sent: basic('sk-abcdefgh', 'word'), body }, false],
  ['where nothing was sent', { body }, false],
  ['by its maker', { url: 'https://api.openai.com/v1/models', sent, body }, false],
  ['unmasked', { sent, body: 'Incorrect API key provided: sk-abcdefgh' }, false],
])('a key is repeated %s', (_, told, found) => {
  expect(keyOfSomebodyElse(lastFacts(told)) !== undefined).toBe(found);
});
