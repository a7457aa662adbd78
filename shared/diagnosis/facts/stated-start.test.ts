import { expect, test } from 'vitest';
import { lastFacts } from '../attempt.test-support.ts';
import { statedStart } from './stated-start.ts';

test.each<[string, string, string, string | undefined]>([
  ['X-API-Key', 'live_81kQp07vTn', "X-API-Key must start with 'sk_'", 'sk_'],
  ['X-Auth-Token', 'Zx81kQp07vTn', 'X-Auth-Token header does not begin with "tok-"', 'tok-'],
  ['X-API-Key', 'sk_81kQp07vTn', "X-API-Key must start with 'sk_'", undefined],
  ['X-API-Key', 'live_81kQp07vTn', "X-Other-Key must start with 'sk_'", undefined],
  ['Authorization', 'Zx81kQp07vTn', 'Authorization must start with Bearer', undefined],
])('%s: %s: %s', (name, value, body, start) => {
  expect(statedStart(lastFacts({ sent: { [name]: value }, body }))?.start).toBe(start);
});
