import { describe, expect, test } from 'vitest';
import { addressProblem, issuerOf } from './authorization-server.ts';
import { fakeTransport, memoryVault, route, type FakeAnswer } from './fakes.test-support.ts';
import { createTokens } from './tokens.ts';

const metadata = {
  issuer: 'https://as.example/tenant',
  authorization_endpoint: 'https://as.example/tenant/authorize',
  token_endpoint: 'https://as.example/tenant/token',
  scopes_supported: ['openid', 'read', 7],
};

const discover = async (issuer: string, pages: Readonly<Record<string, FakeAnswer>>) => {
  const { transport, seen } = fakeTransport(({ url }) => pages[url] ?? { status: 404, body: 'no' });
  const tokens = createTokens({
    vault: memoryVault(),
    transport,
    nowMs: () => 0,
    openBrowser: async () => false,
  });
  const found = await tokens.discover({ issuer, route, signal: new AbortController().signal });
  return { found, urls: seen.map(({ url }) => url) };
};

const oidc = 'https://as.example/tenant/.well-known/openid-configuration';
const rfc8414 = 'https://as.example/.well-known/oauth-authorization-server/tenant';

describe('discovery', () => {
  test.each<[string, string, Readonly<Record<string, FakeAnswer>>, readonly string[]]>([
    ['OpenID Connect first', 'https://as.example/tenant', { [oidc]: { body: metadata } }, [oidc]],
    ['then RFC 8414', 'https://as.example/tenant', { [rfc8414]: { body: metadata } }, [oidc, rfc8414]],
    ['a slash at the end', 'https://as.example/tenant/', { [oidc]: { body: metadata } }, [oidc]],
    [
      'a slash in the metadata',
      'https://as.example/tenant',
      { [oidc]: { body: { ...metadata, issuer: `${metadata.issuer}/` } } },
      [oidc],
    ],
    ['the address of the metadata', oidc, { [oidc]: { body: metadata } }, [oidc]],
    ['the other address of the metadata', rfc8414, { [oidc]: { body: metadata } }, [oidc]],
    [
      'JSON under another type',
      'https://as.example/tenant',
      { [oidc]: { body: metadata, contentType: 'text/plain' } },
      [oidc],
    ],
  ])('%s', async (_, issuer, pages, asked) => {
    const { found, urls } = await discover(issuer, pages);
    expect(urls).toEqual(asked);
    expect(found).toMatchObject({
      ok: true,
      authorizationEndpoint: metadata.authorization_endpoint,
      tokenEndpoint: metadata.token_endpoint,
      scopes: ['openid', 'read'],
      clientAuthentication: ['client_secret_basic'],
    });
    expect(found.exchanges.map(({ purpose }) => purpose)).toEqual(asked.map(() => 'discovery'));
  });

  test.each<[string, string, Readonly<Record<string, FakeAnswer>>, RegExp]>([
    ['nothing there', 'https://as.example/tenant', {}, /no metadata for this issuer \(it answered 404\)/],
    ['a page instead', 'https://as.example/tenant', { [oidc]: { body: '<html>' } }, /not a JSON object/],
    ['no issuer in it', 'https://as.example/tenant', { [oidc]: { body: {} } }, /name no issuer/],
    [
      'another issuer',
      'https://as.example/tenant',
      { [oidc]: { body: { issuer: 'https://evil.example' } } },
      /another issuer, https:\/\/evil\.example/,
    ],
    [
      'no answer',
      'https://as.example/tenant',
      { [oidc]: { failure: { code: 'dns', message: 'The name is unknown.', detail: '' } } },
      /no answer from as\.example: The name is unknown/,
    ],
    ['no address', 'as.example', {}, /not an address/],
    ['another protocol', 'ftp://as.example', {}, /must begin with https/],
    ['plain HTTP to another machine', 'http://as.example', {}, /plain HTTP to another machine/],
  ])('says why not: %s', async (_, issuer, pages, message) => {
    const { found } = await discover(issuer, pages);
    expect(found.ok ? found.issuer : found.message).toMatch(message);
    expect(found.ok).toBe(false);
  });
});

test.each([
  ['https://as.example', 'https://as.example'],
  [' https://as.example/ ', 'https://as.example'],
  ['https://as.example/a/?x#y', 'https://as.example/a'],
  ['https://as.example/.well-known/openid-configuration', 'https://as.example'],
  ['https://as.example/.well-known/oauth-authorization-server/a/b', 'https://as.example/a/b'],
])('issuerOf %s', (typed, issuer) => expect(issuerOf(typed)).toBe(issuer));

test.each([
  ['https://as.example/token', false, undefined],
  ['http://127.0.0.1:18141/token', false, undefined],
  ['http://localhost/token', false, undefined],
  ['http://keycloak:8080/token', true, undefined],
  ['http://keycloak:8080/token', false, /plain HTTP/],
  ['http://127.0.0.1.evil.example/token', false, /plain HTTP/],
  ['file:///etc/passwd', true, /https/],
  ['', true, /not an address/],
])('addressProblem %s, allowed %s', (address, allowHttp, problem) => {
  const said = addressProblem('token endpoint', address, allowHttp);
  if (problem === undefined) expect(said).toBeUndefined();
  else expect(said).toMatch(problem);
});
