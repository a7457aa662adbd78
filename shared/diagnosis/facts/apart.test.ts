import { expect, test } from 'vitest';
import { apart } from './apart.ts';

test.each([
  ['a', 'b', 'a', 'b'],
  ['https://a.example', 'https://a.example/', 'https://a.example', 'https://a.example/'],
  [
    'http://localhost:8180/realms/development',
    'http://keycloak:8080/realms/development',
    'localhost:8180',
    'keycloak:8080',
  ],
  [
    'https://login.example/realms/first-of-the-house',
    'https://login.example/realms/second-of-the-house',
    'https://login.example/realms/first-of-the-house',
    'https://login.example/realms…second-of-the-house',
  ],
  [
    'https://login.example/realms/staging-environment',
    'an issuer of production',
    'https://login.example/realms…taging-environment',
    'an issuer of production',
  ],
])('%s and %s', (got, wanted, ...expected) => {
  expect(apart(got, wanted)).toEqual(expected.map((text) => expect.stringMatching(text.slice(0, 12))));
  for (const text of apart(got, wanted)) expect(text.length).toBeLessThanOrEqual(48);
});
