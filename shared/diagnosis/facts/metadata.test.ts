import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { bearer, lastFacts } from '../attempt.test-support.ts';
import { endpointInTheClear, resourceMetadata, trustedAuthority } from './metadata.ts';

const call: Told = { sent: bearer() };
const published = (url: string, body: unknown, status = 200): Told => ({ url, status, body });

test.each<[string, unknown, string | undefined]>([
  [
    'http at the same host',
    { issuer: 'https://id.example.com', jwks_uri: 'http://id.example.com/certs' },
    'jwks_uri',
  ],
  ['https', { issuer: 'https://id.example.com', jwks_uri: 'https://id.example.com/certs' }, undefined],
  [
    'http at another host',
    { issuer: 'https://id.example.com', jwks_uri: 'http://keycloak:8080/certs' },
    undefined,
  ],
  [
    'http of an issuer that is http itself',
    { issuer: 'http://id.example.com', jwks_uri: 'http://id.example.com/certs' },
    undefined,
  ],
  ['nothing', {}, undefined],
])('an issuer publishes %s', (_, body, name) => {
  const url = 'https://id.example.com/.well-known/openid-configuration';
  expect(endpointInTheClear(lastFacts(published(url, body), call))?.name).toBe(name);
});

test.each<[string, string, number, number | undefined]>([
  ['the API that was called', 'https://api.example.com/v1', 200, 0],
  ['another API', 'https://other.example.com', 200, undefined],
  ['no address', 'orders', 200, undefined],
  ['the API, which is not found', 'https://api.example.com/v1', 404, undefined],
])('a document speaks of %s', (_, resource, status, index) => {
  const url = 'https://api.example.com/.well-known/oauth-protected-resource';
  expect(resourceMetadata(lastFacts(published(url, { resource }, status), call))?.index).toBe(index);
});

test.each<[string, string, unknown, string | undefined]>([
  [
    'as an address',
    '/config.json',
    { auth: { authority: 'https://id.example.com/realms/shop' } },
    'https://id.example.com/realms/shop',
  ],
  [
    'as server and realm',
    '/keycloak.json',
    { url: 'https://id.example.com/', realm: 'shop' },
    'https://id.example.com/realms/shop',
  ],
  ['of another path', '/config.json', { authority: 'https://id.example.com/realms/stage' }, undefined],
  ['at no address of settings', '/v1/orders', { authority: 'https://id.example.com/realms/shop' }, undefined],
])('an application names its login server %s', (_, path, body, authority) => {
  const facts = lastFacts(published(`https://api.example.com${path}`, body), call);
  expect(trustedAuthority(facts, '/realms/shop')).toBe(authority);
});
