import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { bearer, lastFacts } from '../attempt.test-support.ts';
import { wantedAudience } from './wanted-audience.ts';

const told = (aud: string, more: Told = {}): Told => ({ sent: bearer({ aud }), ...more });

test.each<[string, string, Told, boolean | undefined]>([
  [
    'a neighbour of the same house',
    'https://billing.example.com',
    { url: 'https://orders.example.com/' },
    false,
  ],
  ['the issuer’s own endpoint', 'https://id.example.com/userinfo', {}, false],
  ['what the issuer writes for no API', 'https://id.example.com/resources', {}, false],
  ['a name that says nothing of a host', 'orders', {}, undefined],
])('%s', (_, aud, more, matches) => {
  expect(wantedAudience(lastFacts(told(aud, more)), [aud])?.matches).toBe(matches);
});

test.each([
  ['https://api.example.com/v1', true],
  ['https://other.example.com', false],
])('the audience that the API publishes, beside %s', (aud, matches) => {
  const published: Told = {
    url: 'https://api.example.com/.well-known/oauth-protected-resource',
    status: 200,
    body: { resource: 'https://api.example.com/v1/' },
  };
  expect(wantedAudience(lastFacts(published, told(aud)), [aud])).toMatchObject({ matches });
});

test.each([
  ['https://api.example.com', false],
  ['https://other.example.com', undefined],
  ['5aa1c2bf-349e-4073-9762-3dbf20653ffc', undefined],
])('a challenge that names the resource by number, beside %s', (aud, matches) => {
  const asked: Told = {
    url: 'https://api.example.com/orders',
    received: { 'WWW-Authenticate': 'Bearer resource_id="5aa1c2bf-349e-4073-9762-3dbf20653ffc"' },
  };
  expect(wantedAudience(lastFacts(told(aud, asked)), [aud])?.matches).toBe(matches);
});
