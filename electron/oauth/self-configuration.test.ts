import { describe, expect, test } from 'vitest';
import { route, type FakeAnswer, type Seen } from './fakes.test-support.ts';
import { world } from './world.test-support.ts';

const metadata = 'https://api.example/.well-known/oauth-protected-resource';
const requestUrl = 'https://api.example/v1/me';
const issuer = 'https://as.example';

const resource: FakeAnswer = {
  body: {
    resource: 'https://api.example',
    authorization_servers: [issuer, 'https://other.example'],
    scopes_supported: ['read', 'write'],
  },
};
const server: FakeAnswer = {
  body: {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    pushed_authorization_request_endpoint: `${issuer}/par`,
  },
};

const configure = async (first: FakeAnswer, second: FakeAnswer = server, address = metadata, scope = '') => {
  const answer = ({ url }: Seen): FakeAnswer => (url === address ? first : second);
  const { tokens, seen } = world({ answer });
  const made = await tokens().configure(
    { metadata: address, requestUrl, scope },
    { route, hooks: { signal: new AbortController().signal } },
  );
  return { made, seen };
};

describe('a profile from a 401 (RFC 9728)', () => {
  test('two look-ups, and everything they tell', async () => {
    const { made, seen } = await configure(resource);
    expect(made).toEqual({
      ok: true,
      settings: {
        issuer,
        authorizationEndpoint: `${issuer}/authorize`,
        tokenEndpoint: `${issuer}/token`,
        pushedAuthorizationEndpoint: `${issuer}/par`,
        scope: 'read write',
        resource: 'https://api.example',
      },
    });
    expect(seen.map(({ purpose, method, url }) => `${purpose} ${method} ${url}`)).toEqual([
      `discovery GET ${metadata}`,
      `discovery GET ${issuer}/.well-known/openid-configuration`,
    ]);
    expect(seen.every(({ authorization }) => authorization === undefined)).toBe(true);
  });

  test('the scope of the challenge wins over all that the resource offers', async () => {
    const { made } = await configure(resource, server, metadata, 'read');
    expect(made).toMatchObject({ ok: true, settings: { scope: 'read' } });
  });

  test.each<[string, FakeAnswer, RegExp]>([
    ['none there', { status: 404 }, /answered 404/],
    ['a page', { body: '<html>' }, /not a JSON object/],
    [
      'another resource',
      { body: { resource: 'https://evil.example', authorization_servers: [issuer] } },
      /another resource, https/,
    ],
    ['no resource', { body: { authorization_servers: [issuer] } }, /another resource/],
    ['no server', { body: { resource: 'https://api.example' } }, /no authorization server/],
    [
      'a server over plain http',
      { body: { resource: 'https://api.example', authorization_servers: ['http://as.example'] } },
      /plain HTTP/,
    ],
    ['no answer', { failure: { code: 'dns', message: 'Unknown host.', detail: '' } }, /Unknown host/],
  ])('%s: told, and nobody else is asked', async (_, first, message) => {
    const { made, seen } = await configure(first);
    expect(made).toEqual({ ok: false, message: expect.stringMatching(message) });
    expect(seen).toHaveLength(1);
  });

  test('metadata over plain http are not asked for', async () => {
    const { made, seen } = await configure(resource, server, 'http://api.example/metadata');
    expect(made).toEqual({ ok: false, message: expect.stringMatching(/plain HTTP/) });
    expect(seen).toEqual([]);
  });

  test('a server that has no metadata', async () => {
    const { made } = await configure(resource, { status: 404 });
    expect(made).toEqual({ ok: false, message: expect.stringMatching(/has no metadata/) });
  });
});
