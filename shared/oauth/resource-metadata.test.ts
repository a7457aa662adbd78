import { describe, expect, test } from 'vitest';
import type { Exchange } from '../exchange/exchange.ts';
import { resourcePointerOf, speaksFor } from './resource-metadata.ts';

const answered = (
  status: number,
  challenge: string,
  purpose: Exchange['purpose'] = 'resource',
): Exchange => ({
  id: 'x',
  purpose,
  request: {
    method: 'GET',
    url: 'https://api.example/v1/me',
    target: '/v1/me',
    httpVersion: '1.1',
    fields: [],
    body: { kind: 'none' },
  },
  outcome: {
    kind: 'answered',
    response: {
      status,
      reason: '',
      httpVersion: '1.1',
      fields: [{ name: 'WWW-Authenticate', value: challenge }],
      body: { kind: 'none' },
    },
  },
  timings: { startedAtMs: 0 },
});

const metadata = 'https://api.example/.well-known/oauth-protected-resource';

describe('the pointer in a 401', () => {
  test.each<[string, Exchange, string | undefined]>([
    ['RFC 9728 §5.1', answered(401, `Bearer resource_metadata="${metadata}"`), metadata],
    [
      'behind another challenge',
      answered(401, `Basic realm="x", DPoP resource_metadata="${metadata}"`),
      metadata,
    ],
    ['no address', answered(401, 'Bearer resource_metadata="metadata"'), undefined],
    ['none', answered(401, 'Bearer error="invalid_token"'), undefined],
    ['another status', answered(403, `Bearer resource_metadata="${metadata}"`), undefined],
    ['a token endpoint', answered(401, `Bearer resource_metadata="${metadata}"`, 'token'), undefined],
  ])('%s', (_, exchange, wanted) => {
    expect(resourcePointerOf({ exchanges: [exchange] })?.metadata).toBe(wanted);
  });

  test('comes with the request and the scope that is asked for', () => {
    const exchange = answered(401, `Bearer scope="read write", resource_metadata="${metadata}"`);
    expect(resourcePointerOf({ exchanges: [exchange] })).toEqual({
      metadata,
      requestUrl: 'https://api.example/v1/me',
      scope: 'read write',
    });
  });
});

describe('whose metadata they are', () => {
  test.each([
    ['https://api.example', true],
    ['https://api.example/', true],
    ['https://api.example/v1', true],
    ['https://api.example/v1/me', true],
    ['https://api.example/v', false],
    ['https://api.example/v2', false],
    ['https://evil.example/v1/me', false],
    ['http://api.example/v1/me', false],
    ['https://api.example:8443/', false],
    ['urn:api', false],
    ['', false],
  ])('%s: %s', (resource, wanted) => {
    expect(speaksFor(resource, 'https://api.example/v1/me?x=1')).toBe(wanted);
  });
});
