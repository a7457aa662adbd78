import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { basic, lastFacts, opaque } from '../attempt.test-support.ts';
import { serverCredentials } from '../facts.ts';
import { doorOf } from './door.ts';

test.each<[string, Told]>([
  ['authorization bearer', { sent: opaque }],
  ['authorization basic', { sent: basic('kim', 'word') }],
  ['authorization', { sent: { Authorization: 'Zx81kQp07vTnE4sWc2RbYh6L' } }],
  ['authorization basic', { url: 'https://kim:word@api.example.com/' }],
  ['field x-api-key', { sent: { 'X-API-Key': 'Zx81kQp07vTnE4sWc2Rb' } }],
  ['query api_key', { url: 'https://api.example.com/?api_key=Zx81kQp07vTnE4sWc2Rb' }],
])('%s: %j', (door, told) => {
  expect(serverCredentials(lastFacts(told)).map(doorOf)).toEqual([door]);
});
