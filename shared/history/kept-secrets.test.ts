import { expect, test } from 'vitest';
import type { Attempt, Exchange, SentRequest } from '../exchange/exchange.ts';
import { secretPlaces } from './kept-secrets.ts';

const request: SentRequest = {
  method: 'GET',
  url: 'https://api.example.com/v1/me?page=2',
  target: '/v1/me?page=2',
  httpVersion: '1.1',
  fields: [{ name: 'Accept', value: '*/*' }],
  rawHead: '',
  body: { kind: 'none' },
};

const attempt = (
  sent: Partial<SentRequest>,
  answer: { readonly body?: string; readonly cookie?: string },
): Attempt => {
  const exchange: Exchange = {
    id: 'x1',
    purpose: 'resource',
    request: { ...request, ...sent },
    outcome: {
      kind: 'answered',
      response: {
        status: 200,
        reason: 'OK',
        httpVersion: '1.1',
        fields: answer.cookie === undefined ? [] : [{ name: 'Set-Cookie', value: answer.cookie }],
        rawHead: '',
        body: { kind: 'text', text: answer.body ?? '{}', size: 2 },
      },
    },
    timings: { startedAtMs: 0 },
  };
  return { id: 'a1', startedAtMs: 0, source: 'sent', exchanges: [exchange] };
};

const bearer = { name: 'Authorization', value: 'Bearer abcdefgh12345678' };

test.each<[string, Attempt, unknown]>([
  ['no secret', attempt({}, {}), []],
  [
    'a field',
    attempt({ fields: [...request.fields, bearer] }, {}),
    [{ exchange: 'GET api.example.com/v1/me', request: ['Authorization'], response: [] }],
  ],
  [
    'the same field twice, and a cookie',
    attempt({ fields: [bearer, bearer] }, { cookie: 'sid=s3cretvalue; Path=/' }),
    [{ exchange: 'GET api.example.com/v1/me', request: ['Authorization'], response: ['Set-Cookie'] }],
  ],
  [
    'an address and an answer',
    attempt(
      { url: 'https://api.example.com/t?access_token=abcdefgh12345678' },
      { body: '{"access_token":"abcdefgh12345678"}' },
    ),
    [{ exchange: 'GET api.example.com/t', request: ['address'], response: ['body'] }],
  ],
])('%s', (_, given, expected) => {
  expect(secretPlaces(given)).toEqual(expected);
});
