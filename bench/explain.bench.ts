/** `why401 explain` of one HAR, cold: a new process each time, against a process of Node that does nothing. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { measure, print } from './harness.ts';

const now = Date.UTC(2026, 0, 1, 12, 0, 0);
const segment = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = `${segment({ alg: 'RS256', typ: 'JWT' })}.${segment({ iss: 'https://login.example', exp: now / 1000 - 252 })}.c2ln`;

const har = {
  log: {
    version: '1.2',
    creator: { name: 'bench', version: '1' },
    entries: [
      {
        startedDateTime: new Date(now).toISOString(),
        time: 83,
        request: {
          method: 'GET',
          url: 'https://api.example/v1/me',
          httpVersion: 'HTTP/1.1',
          headers: [
            { name: 'Host', value: 'api.example' },
            { name: 'Authorization', value: `Bearer ${token}` },
          ],
          queryString: [],
          cookies: [],
          headersSize: -1,
          bodySize: 0,
        },
        response: {
          status: 401,
          statusText: 'Unauthorized',
          httpVersion: 'HTTP/1.1',
          headers: [
            { name: 'Date', value: new Date(now).toUTCString() },
            { name: 'WWW-Authenticate', value: 'Bearer realm="api", error="invalid_token"' },
          ],
          cookies: [],
          content: { size: 0, mimeType: 'text/plain', text: '' },
          redirectURL: '',
          headersSize: -1,
          bodySize: 0,
        },
        cache: {},
        timings: { send: 1, wait: 80, receive: 2 },
      },
    ],
  },
};

const run = (args: readonly string[], expected: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === expected ? resolve() : reject(new Error(`${args.join(' ')}: ${String(code)}`)),
    );
  });

const folder = await mkdtemp(join(tmpdir(), 'why401-bench-'));
const file = join(folder, 'expired.har');
await writeFile(file, JSON.stringify(har));
const series = await measure(15, {
  'node, nothing to do': () => run(['-e', ''], 0),
  'why401 --version': () => run(['out/cli/why401.js', '--version'], 0),
  'why401 explain': () => run(['out/cli/why401.js', 'explain', '--json', file], 1),
});
print(series);
await rm(folder, { recursive: true });
