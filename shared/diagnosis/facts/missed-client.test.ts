import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { attemptOf, opaque } from '../attempt.test-support.ts';
import { factsOf } from '../facts.ts';
import { missedClient } from './missed-client.ts';

const missed = (told: Told): boolean => {
  const facts = factsOf(attemptOf(told), 0);
  return facts !== undefined && missedClient(facts) !== undefined;
};

test.each<[string, Told]>([
  ['beside a token', { sent: opaque, body: '{"message":"Client ID is missing"}' }],
  ['with a hyphen', { sent: opaque, body: '{"message":"Missing client-id"}' }],
  ['in other words', { sent: opaque, status: 400, body: '{"message":"No client id specified"}' }],
])('%s', (_, told) => expect(missed(told)).toBe(true));

test.each<[string, Told]>([
  ['it is there and wrong', { sent: opaque, body: '{"message":"Client ID is invalid or missing"}' }],
  [
    'the token endpoint',
    {
      url: 'https://id.example.com/oauth/token',
      posted: 'grant_type=refresh_token&refresh_token=7ab2c0',
      body: '{"error":"invalid_request","error_description":"client id is missing"}',
    },
  ],
  ['another id', { sent: opaque, body: '{"message":"Client address is missing"}' }],
])('silent: %s', (_, told) => expect(missed(told)).toBe(false));
