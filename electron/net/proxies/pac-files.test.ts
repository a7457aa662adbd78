import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { Environment } from '../../../shared/proxy/environment.ts';
import {
  answerOf,
  failureIn,
  lastOf,
  onlyOne,
  rawServer,
  testFolder,
  testTransport,
} from '../net.test-support.ts';
import { createPacFiles, type PacFiles, type PacFilesOptions } from './pac-files.ts';
import { proxyChooser } from './proxy-chooser.ts';

const forever = new AbortController().signal;
const url = 'http://api.example/secret?token=x';

const filesWith = (given: Partial<PacFilesOptions> = {}): PacFiles => {
  const files = createPacFiles({
    nowMs: () => 0,
    fetchText: () => Promise.reject(new Error('nothing is fetched here.')),
    ...given,
  });
  onTestFinished(files.close);
  return files;
};

const script = (body: string): string => `function FindProxyForURL(url, host) { ${body} }`;

test.each<[string, string, string]>([
  ['a fixed way', script('return "PROXY p:1; DIRECT";'), 'PROXY p:1; DIRECT'],
  ['the host', script('return "PROXY " + host + ":1";'), 'PROXY api.example:1'],
  ['the URL without path and query', script('return url;'), 'http://api.example/'],
  [
    'a function of PAC files',
    script('return shExpMatch(host, "*.example") ? "DIRECT" : "PROXY p:1";'),
    'DIRECT',
  ],
  [
    'a name that it looks up',
    script('return isResolvable("unknown.why401.invalid") ? "PROXY p:1" : "DIRECT";'),
    'DIRECT',
  ],
  ['nothing', script('return null;'), ''],
  ['an alert', script('alert("hi"); return "DIRECT";'), 'DIRECT'],
])('answers with %s', async (_name, text, answer) => {
  expect(await filesWith().ask(text, url, forever)).toEqual({ ok: true, answer });
});

test.each<[string, string, RegExp]>([
  ['no source', ' ', /name no PAC file/],
  ['a file that is not there', '/nowhere/proxy.pac', /\/nowhere\/proxy\.pac cannot be read/],
  ['no JavaScript', 'FindProxyForURL ( is not code', /could not say/],
  ['no such function', 'var FindProxyForURL = {};', /could not say/],
  ['an error of its own', script('throw new Error("my own");'), /my own/],
  ['a reach for the process', script('return process.env.HOME;'), /could not say/],
  ['a reach for modules', script('return require("fs").readFileSync("/etc/passwd");'), /could not say/],
  [
    'more memory than it may have',
    script('var a = []; for (;;) a.push(new Array(10000).join("x") + a.length);'),
    /could not say/,
  ],
])('says what is wrong with %s', async (_name, text, message) => {
  expect(await filesWith().ask(text, url, forever)).toEqual({
    ok: false,
    message: expect.stringMatching(message),
  });
});

test.each([
  ['at the start', 'for (;;) {} function FindProxyForURL() { return "DIRECT"; }'],
  ['when it is asked', script('for (;;) {}')],
  ['behind a name that it looks up', script('isResolvable("localhost"); for (;;) {}')],
  ['although it catches', script('for (;;) { try { for (;;) {} } catch (e) {} }')],
])('a script that never ends, %s, is stopped', async (_name, text) => {
  const startedAt = performance.now();
  expect((await filesWith({ answeringMs: 700 }).ask(text, url, forever)).ok).toBe(false);
  expect(performance.now() - startedAt).toBeLessThan(4_000);
});

test('reads a file by its path and by its address', async () => {
  const path = join(testFolder(), 'proxy.pac');
  writeFileSync(path, script('return "PROXY file:1";'));
  for (const source of [path, pathToFileURL(path).href]) {
    expect(await filesWith().ask(source, url, forever)).toEqual({ ok: true, answer: 'PROXY file:1' });
  }
});

test('fetches a file once in five minutes, and again where it did not come', async () => {
  let nowMs = 0;
  let fetched = 0;
  const files = filesWith({
    nowMs: () => nowMs,
    fetchText() {
      fetched += 1;
      return fetched === 1
        ? Promise.reject(new Error('it is away.'))
        : Promise.resolve(script('return "DIRECT";'));
    },
  });
  const ask = () => files.ask('http://wpad.example/proxy.pac', url, forever);
  expect(await ask()).toMatchObject({ ok: false, message: expect.stringContaining('it is away') });
  expect((await ask()).ok).toBe(true);
  expect((await ask()).ok).toBe(true);
  expect(fetched).toBe(2);
  nowMs = 5 * 60_000;
  expect((await ask()).ok).toBe(true);
  expect(fetched).toBe(3);
});

const byPac = (text: string, env: Environment = {}) => ({
  proxyFor: proxyChooser(
    {
      env,
      pac: filesWith(),
      network: () =>
        Promise.resolve({
          mode: 'pac' as const,
          proxy: { url: '', username: '', password: '', scheme: 'automatic' as const },
          noProxy: '',
          pac: text,
        }),
    },
    { proxy: undefined, noProxy: undefined },
  ),
});

const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';

test('a request takes the next way where a proxy is not there, and says so', async () => {
  const proxy = await rawServer(ok);
  const route = byPac(script(`return "PROXY 127.0.0.1:1; PROXY 127.0.0.1:${proxy.port}; DIRECT";`));
  const exchanges = await testTransport()({ url, route });
  expect(exchanges).toHaveLength(2);
  const [first] = exchanges;
  expect(first && failureIn(first).code).toBe('proxy');
  expect(answerOf(lastOf(exchanges)).status).toBe(200);
  expect(lastOf(exchanges).connection).toMatchObject({
    proxy: `127.0.0.1:${proxy.port}`,
    proxyNote: `the PAC file said PROXY 127.0.0.1:${proxy.port}`,
  });
});

test('a request goes straight where the file says so', async () => {
  const server = await rawServer(ok);
  const exchange = onlyOne(
    await testTransport()({
      url: `http://127.0.0.1:${server.port}/`,
      route: byPac(script('return "DIRECT";')),
    }),
  );
  expect(exchange.connection?.proxy).toBeUndefined();
  expect(exchange.connection?.proxyNote).toBe('the PAC file said DIRECT');
});

test('nothing is sent where the file cannot say', async () => {
  const server = await rawServer(ok);
  const exchange = onlyOne(
    await testTransport()({ url: `http://127.0.0.1:${server.port}/`, route: byPac('/nowhere.pac') }),
  );
  expect(failureIn(exchange)).toMatchObject({
    code: 'invalid-request',
    message: expect.stringContaining('/nowhere.pac'),
  });
  expect(server.connections()).toBe(0);
});
