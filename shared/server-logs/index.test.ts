import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { attemptOf, NOON, type Told } from '../diagnosis/attempt.test-support.ts';
import { logServers, seenAtServer, serversOf } from './index.ts';
import type { SeenAt } from './log-server.ts';

const exchangeOf = (told: Told) => {
  const [exchange] = attemptOf(told).exchanges;
  if (exchange === undefined) throw new Error('No exchange.');
  return exchange;
};

const seen: SeenAt = {
  method: 'GET',
  host: 'api.example.com',
  path: '/v1/me',
  status: 401,
  atSeconds: NOON,
  requestId: 'req-12345',
};

/** A file that only a command within a value could make, and programs that do nothing. */
const mark = join(mkdtempSync(join(tmpdir(), 'why401-logs-')), 'made');
const stubs = ['sudo', 'grep', 'jq', 'curl', 'kubectl']
  .map((name) => `${name}() { cat >/dev/null </dev/null; }`)
  .join('\n');
afterAll(() => rmSync(dirname(mark), { recursive: true }));

test('every server has a file of its own', () => {
  const files = readdirSync(fileURLToPath(new URL('.', import.meta.url)));
  expect(logServers.map(({ id }) => `${id}.ts`).filter((file) => !files.includes(file))).toEqual([]);
  expect(new Set(logServers.map(({ id }) => id)).size).toBe(6);
});

test.each<[string, Record<string, string>, readonly string[]]>([
  ['nginx', { Server: 'nginx/1.22.1' }, ['nginx']],
  ['Apache', { Server: 'Apache/2.4' }, ['apache']],
  ['Caddy before an application', { Server: 'Caddy' }, ['caddy']],
  ['Envoy', { server: 'istio-envoy' }, ['envoy']],
  ['IIS', { Server: 'Microsoft-IIS/10.0' }, ['iis']],
  ['the API server of Kubernetes', { 'Audit-Id': 'b2' }, ['kubernetes']],
  ['one in front of another', { Server: 'nginx', 'X-Powered-By': 'ASP.NET' }, ['nginx', 'iis']],
  ['nobody we know', { Server: 'gws' }, []],
])('%s gives itself away', (_, received, ids) => {
  expect(serversOf(exchangeOf({ received })).map(({ id }) => id)).toEqual(ids);
});

describe('how the log knows the exchange', () => {
  test('by the server’s own time and its name for the request; no query', () => {
    const exchange = exchangeOf({
      url: 'https://api.example.com:8443/v1/me?api_key=k',
      date: 90,
      received: { 'X-Request-Id': 'req-12345' },
    });
    expect(seenAtServer(exchange)).toEqual({ ...seen, atSeconds: NOON + 90 });
  });

  test('an id that is no id is left out', () => {
    expect(
      seenAtServer(exchangeOf({ received: { 'X-Request-Id': '$(reboot)' } }))?.requestId,
    ).toBeUndefined();
  });

  test('where nothing answered there is nothing to look for', () => {
    expect(seenAtServer(exchangeOf({ tls: 'handshake failure' }))).toBeUndefined();
  });
});

describe.each(logServers)('$label', ({ id, commands }) => {
  const all = commands(seen);

  test('its commands carry time, path, host or id of this exchange', () => {
    const text = [...all, ...commands({ ...seen, requestId: undefined })]
      .map(({ command }) => command)
      .join('\n');
    expect(text).toMatch(/\/v1\/me|req-12345/);
    expect(text).toMatch(/1700049600|2023-11-15|231115/);
    expect(all.every(({ shows }) => shows !== '' && !shows.endsWith('.'))).toBe(true);
  });

  test.skipIf(id === 'iis')('a shell reads each of them, and nothing in a path takes effect', () => {
    const nasty = { ...seen, path: `/a'b$(touch ${mark})\`touch ${mark}\`;|&"`, host: `h'$(touch ${mark})` };
    for (const { command } of [...all, ...commands(nasty), ...commands({ ...nasty, requestId: undefined })])
      execFileSync('bash', ['-c', `${stubs}\n${command}`], { stdio: 'ignore' });
    expect(existsSync(mark)).toBe(false);
  });
});

test('PowerShell gets quotes doubled, also those that it takes for quotes', () => {
  const iis = logServers.find(({ id }) => id === 'iis');
  expect(iis?.commands({ ...seen, path: "/a'b’c" })[0]?.command).toContain("' GET /a''b’’c '");
});
