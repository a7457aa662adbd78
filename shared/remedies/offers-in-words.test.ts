import { expect, test } from 'vitest';
import type { Finding, RemedyOffer } from '../diagnosis/diagnosis.ts';
import { offerInWords, offersInWords } from './offers-in-words.ts';
import { exchange } from './remedy.test-support.ts';

test.each<[RemedyOffer, string]>([
  [{ id: 'add-field', values: { name: 'x-api-key' } }, 'Add the field x-api-key'],
  [{ id: 'add-field' }, 'Add the field that the server misses'],
  [{ id: 'move-credential', values: { name: 'apikey', place: 'query' } }, 'Move the credential to apikey'],
  [{ id: 'drop-cookie', values: { name: 'sid' } }, 'Drop the cookie sid'],
  [
    { id: 'remove-credential', values: { name: 'Authorization' } },
    'Send one credential, without Authorization',
  ],
  [{ id: 'switch-scheme', values: { scheme: 'digest' } }, 'Switch to Digest'],
  [{ id: 'switch-scheme', values: { scheme: 'x-made-up' } }, 'Switch to x-made-up'],
  [{ id: 'ask-for-scope', values: { scope: 'repo' } }, 'Get a token with the scope repo'],
  [{ id: 'ask-for-audience', values: { audience: 'api://a' } }, 'Get a token for the audience api://a'],
  [{ id: 'wait-and-retry', values: { seconds: '900' } }, 'Wait 15\u00a0min and retry'],
  [
    { id: 'correct-signing-scope', values: { region: 'eu-west-1', service: 's3' } },
    'Sign for eu-west-1 and s3',
  ],
  [
    { id: 'use-final-url', values: { url: 'https://b.example/x?key=secret' } },
    'Call b.example from the start',
  ],
  [
    { id: 'repair-header', values: { name: 'Authorization', value: 'Basic c2VjcmV0' } },
    'Repair the field and retry',
  ],
])('%j', (offer, expected) => expect(offerInWords(offer)).toBe(expected));

const finding: Finding = {
  cause: 'credentials-missing',
  confidence: 0.9,
  title: 'No credentials were sent',
  explanation: '',
  evidence: [],
  remedies: [{ id: 'add-field', values: { name: 'x-api-key' } }, { id: 'authorize-again' }],
};

test('a token is got only where something is of OAuth', () => {
  const both = ['Add the field x-api-key', 'Authorize again in the browser'];
  expect(offersInWords(finding, exchange([]))).toEqual(both.slice(0, 1));
  expect(offersInWords(finding, exchange([{ name: 'Authorization', value: 'Bearer a' }]))).toEqual(both);
  expect(
    offersInWords(finding, exchange([], { fields: [{ name: 'WWW-Authenticate', value: 'Bearer' }] })),
  ).toEqual(both);
  expect(offersInWords(finding, undefined)).toEqual(both);
});

test('what is all that is offered stays', () => {
  const only = { ...finding, remedies: [{ id: 'authorize-again' as const }] };
  expect(offersInWords(only, exchange([]))).toEqual(['Authorize again in the browser']);
});
