import { describe, expect, test } from 'vitest';
import type { Attempt, Exchange } from '../exchange/exchange.ts';
import { flowSteps } from './flow-steps.ts';

const exchange = (purpose: Exchange['purpose'], status: number | undefined, form = ''): Exchange => ({
  id: 'x',
  purpose,
  request: {
    method: form === '' ? 'GET' : 'POST',
    url: 'https://as.example/',
    target: '/',
    httpVersion: '1.1',
    fields: [],
    body: form === '' ? { kind: 'none' } : { kind: 'text', text: form, size: form.length },
  },
  outcome:
    status === undefined
      ? { kind: 'failed', failure: { code: 'refused', message: '', detail: '' } }
      : {
          kind: 'answered',
          response: { status, reason: '', httpVersion: '1.1', fields: [], body: { kind: 'none' } },
        },
  timings: { startedAtMs: 0 },
});

const metadata = (status?: number) => exchange('discovery', status);
const keys = (status?: number): Exchange => {
  const made = exchange('discovery', status);
  const fields = [{ name: 'accept', value: 'application/jwk-set+json, application/json' }];
  return { ...made, request: { ...made.request, fields } };
};
const token = (grant: string, status?: number) =>
  exchange('token', status, `grant_type=${encodeURIComponent(grant)}`);
const device = 'urn:ietf:params:oauth:grant-type:device_code';
const resource = (status?: number) => exchange('resource', status);

const marks = { done: '+', failed: '!', 'not-reached': '-' } as const;
const told = (exchanges: readonly Exchange[], code?: string): readonly string[] => {
  const attempt: Pick<Attempt, 'exchanges' | 'stopped'> = {
    exchanges: [...exchanges],
    ...(code === undefined ? {} : { stopped: { code, message: '' } }),
  };
  return flowSteps(attempt).map(({ label, state, exchanges: of }) =>
    [marks[state], label, ...(of.length === 0 ? [] : [of.join(',')])].join(' '),
  );
};

describe('the steps of a flow', () => {
  test.each<[string, readonly Exchange[], string | undefined, readonly string[]]>([
    ['a request alone', [resource(401)], undefined, []],
    ['a tunnel and a request', [exchange('connect', 200), resource(200)], undefined, []],
    ['nothing at all', [], 'no-endpoint', []],
    [
      'client credentials',
      [metadata(200), token('client_credentials', 200), resource(200)],
      undefined,
      ['+ Read metadata 0', '+ Token by client credentials 1', '+ Send the request 2'],
    ],
    [
      'metadata at the second place',
      [metadata(404), metadata(200), token('client_credentials', 200)],
      undefined,
      ['+ Read metadata 0,1', '+ Token by client credentials 2'],
    ],
    [
      'the API refuses the new token',
      [token('refresh_token', 200), resource(401)],
      undefined,
      ['+ Token by refresh token 0', '! Send the request 1'],
    ],
    [
      'the token is refused',
      [metadata(200), token('client_credentials', 401)],
      'invalid_client',
      ['+ Read metadata 0', '! Token by client credentials 1', '- Send the request'],
    ],
    [
      'an answer with 200 that is no token',
      [token('password', 200)],
      'token-answer-malformed',
      ['! Token by password 0', '- Send the request'],
    ],
    [
      'no metadata',
      [metadata(undefined)],
      'discovery-failed',
      ['! Read metadata 0', '- Get a token', '- Send the request'],
    ],
    [
      'metadata without the endpoint',
      [metadata(200)],
      'no-endpoint',
      ['! Read metadata 0', '- Get a token', '- Send the request'],
    ],
    [
      'a login, pushed',
      [
        metadata(200),
        exchange('token', 201, 'response_type=code'),
        token('authorization_code', 200),
        resource(200),
      ],
      undefined,
      [
        '+ Read metadata 0',
        '+ Push the login request 1',
        '+ Log in',
        '+ Exchange the code 2',
        '+ Send the request 3',
      ],
    ],
    [
      'a login whose ID token is verified',
      [metadata(200), token('authorization_code', 200), keys(200), resource(200)],
      undefined,
      [
        '+ Read metadata 0',
        '+ Log in',
        '+ Exchange the code 1',
        '+ Read the issuer’s keys 2',
        '+ Send the request 3',
      ],
    ],
    [
      'a login that brings an ID token with it',
      [metadata(200), keys(200), token('authorization_code', 200), resource(200)],
      undefined,
      [
        '+ Read metadata 0',
        '+ Log in',
        '+ Read the issuer’s keys 1',
        '+ Exchange the code 2',
        '+ Send the request 3',
      ],
    ],
    [
      'a login whose ID token somebody else signed',
      [metadata(200), token('authorization_code', 200), keys(200)],
      'id-token-signature',
      [
        '+ Read metadata 0',
        '+ Log in',
        '+ Exchange the code 1',
        '! Read the issuer’s keys 2',
        '- Send the request',
      ],
    ],
    [
      'a login that nobody finished',
      [metadata(200)],
      'login-timeout',
      ['+ Read metadata 0', '! Log in', '- Get a token', '- Send the request'],
    ],
    [
      'a code that is refused',
      [metadata(200), token('authorization_code', 400)],
      'invalid_grant',
      ['+ Read metadata 0', '+ Log in', '! Exchange the code 1', '- Send the request'],
    ],
    [
      'a device',
      [
        exchange('token', 200, 'client_id=x'),
        token(device, 400),
        token(device, 400),
        token(device, 200),
        resource(200),
      ],
      undefined,
      ['+ Ask for a code 0', '+ Wait for the code to be entered 1,2,3', '+ Send the request 4'],
    ],
    [
      'a nonce that was wanted',
      [token('client_credentials', 400), token('client_credentials', 200), resource(401), resource(200)],
      undefined,
      ['+ Token by client credentials 0,1', '+ Send the request 2,3'],
    ],
    [
      'a question that is refused',
      [exchange('token', 401, 'token=x')],
      'invalid_client',
      ['! Ask about the token 0'],
    ],
    ['a grant nobody knows', [token('urn:x', 200)], undefined, ['+ Get a token 0']],
  ])('%s', (_, exchanges, code, wanted) => expect(told(exchanges, code)).toEqual(wanted));
});
