import { describe, expect, test } from 'vitest';
import type { Attempt, Body, Field } from '../../shared/exchange/exchange.ts';
import { redactForStorage } from './redact-echoes.ts';

const token = 'hunter22-hunter22-kQ';

interface Made {
  readonly fields?: readonly Field[];
  readonly url?: string;
  readonly sent?: Body;
  readonly answered?: string;
  readonly location?: string;
}

const attempt = ({
  fields = [],
  url = 'https://example.com/me',
  sent,
  answered = '',
  location,
}: Made): Attempt => ({
  id: 'a1',
  startedAtMs: 0,
  source: 'sent',
  exchanges: [
    {
      id: 'x1',
      purpose: 'resource',
      request: {
        method: 'GET',
        url,
        target: '/me',
        httpVersion: '1.1',
        fields: [...fields],
        body: sent ?? { kind: 'none' },
      },
      outcome: {
        kind: 'answered',
        response: {
          status: 401,
          reason: '',
          httpVersion: '1.1',
          fields: location === undefined ? [] : [{ name: 'X-Debug', value: location }],
          body: { kind: 'text', text: answered, size: answered.length },
        },
      },
      timings: { startedAtMs: 0 },
    },
  ],
});
const bearer: Field = { name: 'Authorization', value: `Bearer ${token}` };
const basic = Buffer.from('alice:wonderland').toString('base64');

describe('a secret that the server says back is masked', () => {
  test.each<[string, Made, string]>([
    ['in the body', { fields: [bearer], answered: `<pre>you sent ${token}</pre>` }, token],
    ['in a field', { fields: [bearer], location: `token was ${token}` }, token],
    [
      'Basic as it was encoded',
      { fields: [{ name: 'Authorization', value: `Basic ${basic}` }], answered: basic },
      basic,
    ],
    [
      'a password out of Basic',
      { fields: [{ name: 'Authorization', value: `Basic ${basic}` }], answered: 'no: wonderland' },
      'wonderland',
    ],
    [
      'a key in UTF-8, read as a text',
      {
        fields: [{ name: 'X-Api-Key', value: Buffer.from('schlüssel22').toString('latin1') }],
        answered: 'schlüssel22 ist falsch',
      },
      'schlüssel22',
    ],
    [
      'a key of the query',
      { url: `https://example.com/?api_key=${token}`, answered: `bad key ${token}` },
      token,
    ],
    [
      'a key of the query, decoded',
      { url: 'https://example.com/?api_key=a%2Fb%2Fhunter22', answered: 'bad key a/b/hunter22' },
      'a/b/hunter22',
    ],
    [
      'a password of the body',
      {
        sent: { kind: 'text', text: '{"password":"wonderland"}', size: 25 },
        answered: 'wonderland is wrong',
      },
      'wonderland',
    ],
  ])('%s', (_, made, secret) => {
    expect(JSON.stringify(attempt(made))).toContain(secret);
    expect(JSON.stringify(redactForStorage(attempt(made)))).not.toContain(secret);
  });
});

test.each<[string, Made, string]>([
  ['what was not sent', { answered: 'the token is expired' }, 'the token is expired'],
  [
    'short words',
    { fields: [{ name: 'X-Api-Key', value: 'abc' }], answered: 'abc of tokens' },
    'abc of tokens',
  ],
  ['the rest of the body', { fields: [bearer], answered: `${token} is expired` }, 'is expired'],
])('%s stays', (_, made, text) => {
  expect(JSON.stringify(redactForStorage(attempt(made)))).toContain(text);
});
