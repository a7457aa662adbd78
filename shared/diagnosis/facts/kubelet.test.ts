import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { bearer, lastFacts } from '../attempt.test-support.ts';
import { nodeLeavesTokenUnread } from './kubelet.ts';

const account = bearer({ sub: 'system:serviceaccount:monitoring:agent' });
const call: Told = { url: 'https://10.0.0.7:10250/metrics', sent: account, body: 'Unauthorized' };

test.each<[string, Told, boolean]>([
  ['knows nobody', call, true],
  [
    'takes the caller for nobody',
    { ...call, status: 403, body: 'Forbidden (user=system:anonymous, verb=get)' },
    true,
  ],
  [
    'knows the caller',
    { ...call, status: 403, body: 'Forbidden (user=system:serviceaccount:monitoring:agent)' },
    false,
  ],
  ['is shown a token of somebody else', { ...call, sent: bearer({ sub: 'kim' }) }, false],
  ['is the API server', { ...call, url: 'https://10.0.0.7:6443/metrics' }, false],
  ['gives a reason', { ...call, body: 'token expired' }, false],
])('a node that %s', (_, told, found) => {
  expect(nodeLeavesTokenUnread(lastFacts(told))).toBe(found);
});
