import { expect, test } from 'vitest';
import { chooseProxy, type ProxyServer, type ProxyWishes } from './choice.ts';
import type { Environment } from './environment.ts';
import { parsePacAnswer } from './pac-answer.ts';
import { parseProxyAddress } from './proxy-address.ts';

const server = (url: string): ProxyServer => ({ url, username: '', password: '', scheme: 'automatic' });
const http = 'http://api.example/';
const https = 'https://api.example/';

const wishes = (given: {
  readonly env?: Environment;
  readonly mode?: ProxyWishes['network']['mode'];
  readonly settings?: string;
  readonly settingsNoProxy?: string;
  readonly own?: string;
  readonly ownNoProxy?: string;
}): ProxyWishes => ({
  request: {
    proxy: given.own === undefined ? undefined : server(given.own),
    noProxy: given.ownNoProxy,
  },
  network: {
    mode: given.mode ?? 'environment',
    proxy: server(given.settings ?? ''),
    noProxy: given.settingsNoProxy ?? '',
  },
  env: given.env ?? {},
});

test.each<[string, Environment, string, string | undefined, string | undefined]>([
  ['nothing', {}, http, undefined, undefined],
  ['http_proxy', { http_proxy: 'p:1' }, http, 'p:1', 'from http_proxy in the environment'],
  ['http_proxy for https', { http_proxy: 'p:1' }, https, undefined, undefined],
  ['HTTP_PROXY, which a client could set', { HTTP_PROXY: 'p:1' }, http, undefined, undefined],
  ['https_proxy', { https_proxy: 'p:1' }, https, 'p:1', 'from https_proxy in the environment'],
  ['HTTPS_PROXY', { HTTPS_PROXY: 'p:1' }, https, 'p:1', 'from HTTPS_PROXY in the environment'],
  [
    'both casings',
    { HTTPS_PROXY: 'p:1', https_proxy: 'q:2' },
    https,
    'q:2',
    'from https_proxy in the environment',
  ],
  ['https_proxy set to nothing', { https_proxy: '', ALL_PROXY: 'p:1' }, https, undefined, undefined],
  ['all_proxy', { all_proxy: 'socks5://p' }, http, 'socks5://p', 'from all_proxy in the environment'],
  ['ALL_PROXY', { ALL_PROXY: 'p:1' }, https, 'p:1', 'from ALL_PROXY in the environment'],
  [
    'its own before all_proxy',
    { all_proxy: 'p:1', http_proxy: 'q:2' },
    http,
    'q:2',
    'from http_proxy in the environment',
  ],
  [
    'no_proxy',
    { http_proxy: 'p:1', no_proxy: 'example' },
    http,
    undefined,
    'straight: example is in no_proxy',
  ],
  ['NO_PROXY', { http_proxy: 'p:1', NO_PROXY: '*' }, http, undefined, 'straight: * is in NO_PROXY'],
  [
    'no_proxy before NO_PROXY',
    { http_proxy: 'p:1', no_proxy: 'x', NO_PROXY: '*' },
    http,
    'p:1',
    'from http_proxy in the environment',
  ],
  ['no_proxy without a proxy', { no_proxy: '*' }, http, undefined, undefined],
])('the environment with %s', (_name, env, url, proxy, why) => {
  const way = chooseProxy(wishes({ env }), url);
  expect(way).toEqual({ proxy: proxy === undefined ? undefined : server(proxy), why });
});

const env = { http_proxy: 'env:1', no_proxy: 'api.example' };

test.each<[string, Parameters<typeof wishes>[0], string | undefined, string | undefined]>([
  ['its own proxy, before the environment', { env, own: 'own:1' }, 'own:1', 'from this request'],
  [
    'its own proxy, before the settings',
    { mode: 'manual', settings: 's:1', own: 'own:1' },
    'own:1',
    'from this request',
  ],
  [
    'its own no-proxy list',
    { own: 'own:1', ownNoProxy: 'example' },
    undefined,
    'straight: example is in the no-proxy list of this request',
  ],
  [
    'its own empty list, before no_proxy',
    { env, ownNoProxy: '' },
    'env:1',
    'from http_proxy in the environment',
  ],
  [
    'its own list for every host',
    { env: { http_proxy: 'env:1' }, ownNoProxy: '*' },
    undefined,
    'straight: * is in the no-proxy list of this request',
  ],
  ['the settings', { env, mode: 'manual', settings: 's:1' }, 's:1', 'from the network settings'],
  ['the settings with an empty address', { env, mode: 'manual' }, undefined, undefined],
  [
    'the list of the settings',
    { mode: 'manual', settings: 's:1', settingsNoProxy: 'example' },
    undefined,
    'straight: example is in the no-proxy list of the settings',
  ],
  ['settings that want none', { env: { http_proxy: 'env:1' }, mode: 'none' }, undefined, undefined],
])('a request with %s', (_name, given, proxy, why) => {
  expect(chooseProxy(wishes(given), http)).toEqual({
    proxy: proxy === undefined ? undefined : server(proxy),
    why,
  });
});

test('only the PAC file can say', () => {
  expect(chooseProxy(wishes({ env, mode: 'pac' }), http)).toBe('ask-pac');
  expect(chooseProxy(wishes({ env, mode: 'pac', own: 'own:1' }), http)).toMatchObject({
    why: 'from this request',
  });
});

const credentials = { username: 'u', password: 'p', scheme: 'automatic' } as const;

test.each<[string, readonly (string | undefined)[]]>([
  ['DIRECT', [undefined]],
  ['', [undefined]],
  ['PROXY a:8080; SOCKS5 b:1080; DIRECT', ['http://a:8080', 'socks5h://b:1080', undefined]],
  ['proxy a:8080;;', ['http://a:8080']],
  ['HTTPS a:443', ['https://a:443']],
  ['SOCKS a:1', ['socks5h://a:1']],
  ['SOCKS4 a:1; DIRECT', [undefined]],
])('a PAC file that answers %j', (answer, expected) => {
  const ways = parsePacAnswer(answer, credentials);
  expect(typeof ways === 'string' ? ways : ways.map((way) => way.proxy?.url)).toEqual(expected);
});

test.each(['nonsense', 'PROXY', 'SOCKS4 a:1', 'constructor a:1'])(
  'a PAC file that answers %j names no way',
  (answer) => {
    expect(parsePacAnswer(answer, credentials)).toContain('names no way');
  },
);

test.each<[string, object | RegExp]>([
  ['p:3128', { kind: 'http', hostname: 'p', port: 3128, hostAndPort: 'p:3128' }],
  ['http://p', { kind: 'http', port: 80 }],
  ['https://p', { kind: 'https', port: 443 }],
  ['socks5://p', { kind: 'socks5', port: 1080 }],
  ['SOCKS5H://u%40v:w@p:9', { kind: 'socks5h', port: 9, username: 'u@v', password: 'w' }],
  ['http://[::1]:8', { hostname: '::1', hostAndPort: '[::1]:8' }],
  ['http://', /not an address/],
  ['socks4://p', /kind "socks4" is not supported/],
  ['http://u:hidden@:x', /^(?!.*hidden)/],
])('the proxy address %s', (text, expected) => {
  const read = parseProxyAddress(text);
  if (expected instanceof RegExp) expect(read).toMatch(expected);
  else expect(read).toMatchObject(expected);
});
