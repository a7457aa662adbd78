import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { failureOf, responseOf, type Exchange } from '../../shared/exchange/exchange.ts';
import { valueOf } from '../../shared/exchange/fields.ts';
import type { Environment } from '../../shared/proxy/environment.ts';
import {
  defaultNetworkSettings,
  networkSettingsIn,
  type NetworkSettings,
} from '../../shared/proxy/network-settings.ts';
import { defaultDraftSettings, emptyDraft, type DraftSettings } from '../../shared/workspace/draft.ts';
import { plainSecret } from '../../shared/workspace/secret.ts';
import { createEngine, type Engine } from '../engine.ts';
import { rawServer, type RawServer } from '../net/net.test-support.ts';

const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';
let root = '';
let engines: Engine[] = [];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'why401-network-'));
});
afterEach(async () => {
  for (const engine of engines) await engine.close();
  engines = [];
  await rm(root, { recursive: true, force: true });
});

const start = async (environment: Environment = {}): Promise<Engine> => {
  const engine = await createEngine({
    host: 'browser',
    dataFolder: root,
    openBrowser: async () => false,
    version: '1.2.3',
    environment,
  });
  engines.push(engine);
  return engine;
};

const at = ({ port }: RawServer): string => `http://127.0.0.1:${port}`;
const url = 'http://api.why401.invalid/';

const sent = async (engine: Engine, settings: Partial<DraftSettings> = {}): Promise<readonly Exchange[]> => {
  const draft = { ...emptyDraft('a'), url, settings: { ...defaultDraftSettings, ...settings } };
  const { attempt } = await engine.handlers.send({ sendId: crypto.randomUUID(), draft, environmentId: '' });
  return attempt.exchanges;
};

const save = (engine: Engine, change: Partial<NetworkSettings>): Promise<NetworkSettings> =>
  engine.handlers.saveNetwork({ network: { ...defaultNetworkSettings, ...change } });

const statusOf = (exchanges: readonly Exchange[]): number | undefined => {
  const last = exchanges.at(-1);
  return last && responseOf(last)?.status;
};

test('follows the environment unless told otherwise, and says so', async () => {
  const proxy = await rawServer(ok);
  const [exchange] = await sent(await start({ http_proxy: at(proxy) }));
  expect(exchange?.connection?.proxyNote).toBe('from http_proxy in the environment');
  expect(proxy.received()).toMatch(/^GET http:\/\/api\.why401\.invalid\/ HTTP\/1\.1\r\n/);
});

test('takes no proxy where none was ever named', async () => {
  const [exchange] = await sent(await start());
  expect(exchange && failureOf(exchange)?.code).toBe('dns');
});

test('the settings take the place of the environment, from the next request on', async () => {
  const [first, second] = [await rawServer(ok), await rawServer(ok)];
  const engine = await start({ http_proxy: at(first) });
  await save(engine, { mode: 'manual', url: at(second) });
  expect(statusOf(await sent(engine))).toBe(200);
  await save(engine, { mode: 'none' });
  expect(statusOf(await sent(engine))).toBeUndefined();
  expect([first.connections(), second.connections()]).toEqual([0, 1]);
});

test('a proxy of the request comes first, and its list of hosts before all', async () => {
  const [own, other] = [await rawServer(ok), await rawServer(ok)];
  const engine = await start({ http_proxy: at(other) });
  const proxy = { url: at(own), username: '', password: plainSecret('') };
  const [exchange] = await sent(engine, { proxy });
  expect(exchange?.connection?.proxyNote).toBe('from this request');
  expect(statusOf(await sent(engine, { proxy, noProxy: '.invalid' }))).toBeUndefined();
  expect([own.connections(), other.connections()]).toEqual([1, 0]);
});

test('the PAC file is asked for each address', async () => {
  const proxy = await rawServer(ok);
  const engine = await start();
  const pac = `function FindProxyForURL(url, host) { return "PROXY 127.0.0.1:${proxy.port}"; }`;
  const file = await rawServer(
    `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: ${pac.length}\r\n\r\n${pac}`,
  );
  await save(engine, { mode: 'pac', pac: `${at(file)}/proxy.pac` });
  const [exchange] = await sent(engine);
  expect(exchange?.connection?.proxyNote).toBe(`the PAC file said PROXY 127.0.0.1:${proxy.port}`);
});

test('the password lies in the vault, not in the preferences, and is used after a restart', async () => {
  const proxy = await rawServer((socket, head) => {
    const asked = 'HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm="p"\r\nContent-Length: 0\r\n\r\n';
    socket.write(/proxy-authorization/i.test(head) ? ok : asked);
  });
  const saved = await save(await start(), {
    mode: 'manual',
    url: at(proxy),
    username: 'alice',
    password: plainSecret('wonderland'),
  });
  expect(saved.password).toEqual({ ref: expect.any(String) });
  expect(await readFile(join(root, 'preferences.json'), 'utf8')).not.toContain('wonderland');
  await engines.pop()?.close();
  const engine = await start();
  const boot = await engine.handlers.boot(undefined);
  expect(networkSettingsIn(boot.preferences).password).toEqual(saved.password);
  const exchanges = await sent(engine);
  expect(exchanges).toHaveLength(2);
  expect(valueOf(exchanges[1]?.request.fields ?? [], 'Proxy-Authorization')).toBe(
    `Basic ${btoa('alice:wonderland')}`,
  );
});

test('an emptied password leaves the vault, and one that is not typed anew stays', async () => {
  const engine = await start();
  const first = await save(engine, { username: 'a', password: plainSecret('one') });
  const ref = 'ref' in first.password ? first.password.ref : '';
  expect((await save(engine, { username: 'b', password: first.password })).password).toEqual({ ref });
  expect(await engine.handlers.revealSecret({ ref })).toBe('one');
  expect((await save(engine, { password: plainSecret('') })).password).toEqual({ plain: '' });
  await expect(engine.handlers.revealSecret({ ref })).rejects.toThrow('not in the vault');
});

test('a window cannot put a password among the preferences', async () => {
  const engine = await start();
  const preferences = { network: { ...defaultNetworkSettings, password: plainSecret('open') } };
  await expect(engine.handlers.savePreferences({ preferences })).rejects.toThrow('on their own');
});

test.each<[string, Partial<NetworkSettings>, Environment, Partial<DraftSettings>, RegExp, RegExp]>([
  ['nothing that curl reads by itself', {}, { http_proxy: 'http://p:1' }, {}, /curl/, /-x|--noproxy/],
  [
    'the proxy of the settings',
    { mode: 'manual', url: 'http://p:1' },
    {},
    {},
    /-x http:\/\/p:1/,
    /--noproxy/,
  ],
  ['that none is wanted', { mode: 'none' }, { http_proxy: 'http://p:1' }, {}, /--noproxy '\*'/, /-x/],
  [
    'the list of the request',
    {},
    { http_proxy: 'http://p:1' },
    { noProxy: '.invalid' },
    /--noproxy \.invalid/,
    /-x/,
  ],
  [
    'how the proxy is answered',
    { mode: 'manual', url: 'http://p:1', username: 'me', scheme: 'ntlm' },
    {},
    {},
    /-x http:\/\/p:1 .*-U me: .*--proxy-ntlm/s,
    /--noproxy/,
  ],
])('an exported command says %s', async (_name, network, env, settings, expected, unexpected) => {
  const engine = await start(env);
  await save(engine, network);
  const draft = { ...emptyDraft('a'), url, settings: { ...defaultDraftSettings, ...settings } };
  const { command } = await engine.handlers.exportCurl({
    draft,
    environmentId: '',
    shell: 'posix',
    secrets: 'masked',
  });
  expect(command).toMatch(expected);
  expect(command).not.toMatch(unexpected);
});

test.each<[string, 'ntlm' | 'negotiate' | 'basic', DraftSettings['httpVersion'], boolean]>([
  ['NTLM by hand over HTTP/2', 'ntlm', '2', true],
  ['Negotiate by hand over HTTP/2', 'negotiate', '2', true],
  ['NTLM where the server chooses', 'ntlm', undefined, false],
  ['Basic over HTTP/2', 'basic', '2', false],
])('that HTTP/2 is not spoken is said before it is sent: %s', async (_, scheme, httpVersion, said) => {
  const { handlers } = await start();
  const settings = { ...defaultDraftSettings, ...(httpVersion === undefined ? {} : { httpVersion }) };
  const own = { username: 'alice', password: plainSecret('wonderland') };
  const { notices } = await handlers.preview({
    draft: { ...emptyDraft('a'), url, settings, auth: { kind: 'own', scheme, settings: own } },
    environmentId: '',
  });
  expect(notices.some(({ title }) => /^Sent over HTTP\/1\.1: .* cannot use HTTP\/2$/.test(title))).toBe(said);
});
