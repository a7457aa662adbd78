import { describe, expect, test } from 'vitest';
import { areSameOrigin, hostIn, hostnameIn, originIn, pathIn, plainHostnameIn } from './url.ts';

describe('parts of an address', () => {
  test.each([
    ['https://API.acme.example/v1/me?a=b', 'https://api.acme.example', 'api.acme.example', '/v1/me'],
    ['https://api.acme.example:443', 'https://api.acme.example', 'api.acme.example', '/'],
    ['http://user:pw@localhost:8080/x#y', 'http://localhost:8080', 'localhost:8080', '/x'],
    ['wss://[::1]:9000/socket', 'wss://[::1]:9000', '[::1]:9000', '/socket'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example', 'xn--bcher-kva.example', '/'],
    ['api://5d4a/scope', undefined, '5d4a', '/scope'],
    ['urn:ietf:wg:oauth:2.0:oob', undefined, undefined, 'ietf:wg:oauth:2.0:oob'],
    ['/v1/me', undefined, undefined, undefined],
    ['api.acme.example', undefined, undefined, undefined],
    ['https://{{host}}/v1', 'https://{{host}}', '{{host}}', '/v1'],
    ['{{base}}/v1', undefined, undefined, undefined],
    ['http://', undefined, undefined, undefined],
    ['', undefined, undefined, undefined],
  ])('%s', (text, origin, host, path) => {
    expect({ origin: originIn(text), host: hostIn(text), path: pathIn(text) }).toEqual({
      origin,
      host,
      path,
    });
  });

  test.each([
    ['http://localhost:8080/', 'localhost', 'localhost'],
    ['http://[::1]:8080/', '[::1]', '::1'],
    ['localhost:8080', undefined, undefined],
    ['nothing', undefined, undefined],
  ])('host name in %s', (text, hostname, plain) => {
    expect(hostnameIn(text)).toBe(hostname);
    expect(plainHostnameIn(text)).toBe(plain);
  });
});

describe('one origin', () => {
  test.each([
    ['https://a.example/x', 'https://A.example:443/y', true],
    ['https://u:p@a.example/', 'https://a.example/', true],
    ['https://a.example', 'http://a.example', false],
    ['https://a.example', 'https://a.example:8443', false],
    ['https://a.example', 'https://b.a.example', false],
    ['no address', 'no address', false],
    ['data:,a', 'data:,a', false],
  ])('%s and %s', (one, other, same) => {
    expect(areSameOrigin(one, other)).toBe(same);
    expect(areSameOrigin(other, one)).toBe(same);
  });
});
