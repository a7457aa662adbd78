import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm, writeFile, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRecord, parseJson } from '../../shared/exchange/json.ts';
import { commands, run } from './run.ts';

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const collector = (): { readonly stream: Writable; text(): string } => {
  const pieces: Buffer[] = [];
  const stream = new Writable({
    write(piece: Buffer, _encoding, done) {
      pieces.push(Buffer.from(piece));
      done();
    },
  });
  return { stream, text: () => Buffer.concat(pieces).toString('utf8') };
};

const why401 = async (args: readonly string[], stdin = ''): Promise<Ran> => {
  const out = collector();
  const err = collector();
  const code = await run(args, {
    stdout: out.stream,
    stderr: err.stream,
    stdin: Readable.from([Buffer.from(stdin)]),
    env: {},
  });
  return { code, out: out.text(), err: err.text() };
};

let server: Server;
let origin = '';
let folder = '';
beforeAll(async () => {
  server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      if (request.url === '/moved') return response.writeHead(302, { Location: '/open' }).end('moved');
      if (request.url === '/login') {
        response.appendHeader('Set-Cookie', 'sid=abc; HttpOnly');
        response.appendHeader('Set-Cookie', 'seen=1; Max-Age=3600');
        return response.end('welcome');
      }
      if (request.url === '/big') return response.end('x'.repeat(3_000_000));
      if (request.url?.startsWith('/open') === true) {
        const echo = {
          method: request.method,
          headers: request.headers,
          body: Buffer.concat(pieces).toString(),
        };
        return response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(echo));
      }
      const good = `Basic ${Buffer.from('alice:wonderland').toString('base64')}`;
      return request.headers.authorization === good
        ? response.end('reached')
        : response.writeHead(401, { 'WWW-Authenticate': 'Basic realm="zoo"' }).end('no');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  folder = await mkdtemp(join(tmpdir(), 'why401-cli-'));
  process.env['WHY401_HOME'] = join(folder, 'home');
});
afterAll(async () => {
  delete process.env['WHY401_HOME'];
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
  await rm(folder, { recursive: true, force: true });
});

const har = (status: number, extra: object = {}): string =>
  JSON.stringify({
    log: {
      entries: [
        {
          startedDateTime: '2026-01-02T03:04:05Z',
          request: { method: 'GET', url: 'https://a.example/me', headers: [], ...extra },
          response: {
            status,
            headers: status === 401 ? [{ name: 'WWW-Authenticate', value: 'Bearer' }] : [],
          },
        },
      ],
    },
  });

describe('the command line itself', () => {
  it.each<[readonly string[], number, RegExp, RegExp]>([
    [['--version'], 0, /^why401 \d+\.\d+\.\d+\n$/, /^$/],
    [['--help'], 0, /explain .*inspect .*curl .*send .*export .*serve /s, /^$/],
    [['explain', '--help'], 0, /^why401 explain/, /^$/],
    [[], 2, /^$/, /why401 explain/],
    [['frobnicate'], 2, /^$/, /There is no command "frobnicate"/],
    [['explain'], 2, /^$/, /needs a file/],
    [['explain', '--colour'], 2, /^$/, /--colour/],
    [['explain', '/no/such/file'], 2, /^$/, /There is no file/],
    [['inspect', 'a', 'b'], 2, /^$/, /one file/],
    [['send'], 2, /^$/, /takes one request/],
    [['send', 'x', '--repeat', '0'], 2, /^$/, /--repeat/],
    [['send', 'x', '--at', 'noon'], 2, /^$/, /--at/],
    [['export'], 2, /^$/, /takes the name/],
    [['export', 'x', '--as', 'postman'], 2, /^$/, /takes one of curl, curl-cmd, .*python:requests/],
    [['export', 'x', '--with-secrets', '--secret-variables'], 2, /^$/, /either/],
    [['export', 'x', '--as', 'har', '--secret-variables'], 2, /^$/, /forms of curl/],
    [['curl'], 2, /^$/, /names no address/],
    [['curl', '-X'], 2, /^$/, /wants a value/],
    [['serve', '--port', 'x'], 2, /^$/, /--port/],
  ])('%j ends with %i', async (args, code, out, err) => {
    const ran = await why401(args);
    expect(ran.code).toBe(code);
    expect(ran.out).toMatch(out);
    expect(ran.err).toMatch(err);
  });

  it('knows the command of every file', () => {
    const files = readdirSync(fileURLToPath(new URL('.', import.meta.url))).filter((name) =>
      /^[a-z]+-command\.ts$/.test(name),
    );
    expect(files.map((name) => name.replace('-command.ts', '')).toSorted()).toEqual(
      Object.keys(commands).toSorted(),
    );
  });
});

describe('explain', () => {
  it.each<[string, string, number, string]>([
    ['a refusal', har(401), 1, 'credentials-missing'],
    ['an answer', har(200), 0, ''],
    ['no answer', har(0), 3, ''],
    [
      'a transcript',
      '> GET / HTTP/1.1\n> Host: a.example\n>\n< HTTP/1.1 401 No\n< WWW-Authenticate: Basic realm="a"\n<\n',
      1,
      'credentials-missing',
    ],
    [
      'raw HTTP',
      'GET / HTTP/1.1\nHost: a.example\n\nHTTP/1.1 401 No\nWWW-Authenticate: Basic realm="a"\n',
      1,
      'credentials-missing',
    ],
  ])('%s', async (_, text, code, cause) => {
    const ran = await why401(['explain', '--json', '-'], text);
    expect(ran.code).toBe(code);
    const line = parseJson(ran.out);
    expect(line).toMatchObject({ file: '-' });
    const findings = isRecord(line) && Array.isArray(line['findings']) ? line['findings'] : [];
    if (cause === '') expect(findings).toEqual([]);
    else expect(findings[0]).toMatchObject({ cause });
    expect(isRecord(line) && Object.keys(line).toSorted()).toEqual([
      'attempt',
      'experiments',
      'file',
      'findings',
      'ruledOut',
    ]);
  });

  it.each<[string, RegExp]>([
    ['md', /^# No credentials were sent[\s\S]*## Exchanges[\s\S]*Written by why401 \d/],
    ['har', /^\{\n {2}"log": \{[\s\S]*"cause": "credentials-missing"/],
  ])('--report %s', async (form, says) => {
    const ran = await why401(['explain', '--report', form, '-'], har(401));
    expect([ran.code, ran.out]).toEqual([1, expect.stringMatching(says)]);
  });

  it.each([
    [['--report', 'pdf'], /md or har, not as pdf/],
    [['--report', 'md', '--json'], /two forms of one answer/],
  ])('%j is wrong usage', async (options, says) => {
    const ran = await why401(['explain', ...options, '-'], har(401));
    expect([ran.code, ran.err]).toEqual([2, expect.stringMatching(says)]);
  });

  it.each(['', 'hello', '{}', '{"log":', 'curl https://a.example'])('%j is unreadable', async (text) => {
    const ran = await why401(['explain', '-'], text);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(/^-: .*\.\n$/);
  });

  it('goes on after an unreadable file, one line for each readable one', async () => {
    const [good, bad] = [join(folder, 'good.har'), join(folder, 'bad.har')];
    await writeFile(good, har(401));
    await writeFile(bad, '{');
    const ran = await why401(['explain', '--json', good, bad, good]);
    expect(ran.code).toBe(2);
    expect(
      ran.out
        .trimEnd()
        .split('\n')
        .map((line) => isRecord(parseJson(line))),
    ).toEqual([true, true]);
  });

  it('prints no colour where there is no terminal', async () => {
    const ran = await why401(['explain', '-'], har(401));
    expect(ran.out).not.toContain('\u001b');
    expect(ran.out).toMatch(/401/);
  });

  it('masks secrets', async () => {
    const secret = 'hunter22hunter22';
    const request = {
      headers: [{ name: 'Authorization', value: `Bearer ${secret}` }],
      url: `https://a.example/?api_key=${secret}`,
    };
    for (const args of [
      ['explain', '-'],
      ['explain', '--json', '-'],
    ]) {
      expect((await why401(args, har(401, request))).out).not.toContain(secret);
    }
  });

  it('runs unbuilt, exit code included', async () => {
    const file = join(folder, 'unbuilt.har');
    await writeFile(file, har(401));
    const program = fileURLToPath(new URL('index.ts', import.meta.url));
    const code = await new Promise((done) =>
      execFile(process.execPath, [program, 'explain', '--json', file], (error) => done(error?.code ?? 0)),
    );
    expect(code).toBe(1);
  });
});

describe('curl', () => {
  it('prints the body, and nothing else', async () => {
    expect(await why401(['curl', '-s', '-u', 'alice:wonderland', `${origin}/me`])).toEqual({
      code: 0,
      out: 'reached',
      err: '',
    });
  });

  describe('cookies', () => {
    const cookiesSeen = async (...args: readonly string[]): Promise<string> =>
      String(JSON.parse((await why401(['curl', '-s', ...args, `${origin}/open`])).out).headers.cookie);

    it('are kept in a file and sent from it, as curl does', async () => {
      const jar = join(folder, 'jar.txt');
      expect((await why401(['curl', '-s', '-b', jar, '-c', jar, `${origin}/login`])).code).toBe(0);
      expect(await readFile(jar, 'utf8')).toMatch(
        /^# Netscape HTTP Cookie File\n(?:.*\n)*#HttpOnly_127\.0\.0\.1\tFALSE\t\/\tFALSE\t0\tsid\tabc\n/,
      );
      expect(await cookiesSeen('-b', jar)).toBe('sid=abc; seen=1');
      expect(await cookiesSeen('-j', '-b', jar)).toBe('seen=1');
      expect(await cookiesSeen('-b', jar, '-b', 'mine=2')).toBe('mine=2; sid=abc; seen=1');
      expect(await cookiesSeen('-b', jar, '-H', 'Cookie: only=3')).toBe('only=3');
    });

    it('live from one part of a command to the next, and go to standard output', async () => {
      const ran = await why401([
        'curl',
        '-s',
        '-c',
        '-',
        `${origin}/login`,
        '--next',
        '-s',
        `${origin}/open`,
      ]);
      expect(ran.out).toContain('"cookie":"sid=abc; seen=1"');
      expect(ran.out).toMatch(/\tseen\t1\n$/);
    });

    it('are none where nobody asks for them', async () => {
      const ran = await why401(['curl', '-s', `${origin}/login`, '--next', '-s', `${origin}/open`]);
      expect(ran.out).not.toContain('"cookie"');
    });

    it('that cannot be written are said', async () => {
      const ran = await why401(['curl', '-s', '-c', folder, `${origin}/login`]);
      expect(ran).toMatchObject({ code: 2, err: expect.stringMatching(/cannot be written/) });
    });
  });

  it('explains a refusal on standard error', async () => {
    const ran = await why401(['curl', '-u', 'alice:wrong', `${origin}/me`]);
    expect([ran.code, ran.out]).toEqual([1, 'no']);
    expect(ran.err).toMatch(/credentials-rejected/);
    expect(ran.err).not.toContain('wrong:');
  });

  it('sends what curl would', async () => {
    const ran = await why401(
      ['curl', '-X', 'PUT', '-H', 'X-T: ü', '-d', 'a=1', '-d', '@-', `${origin}/open`],
      'b=2\n',
    );
    expect(parseJson(ran.out)).toMatchObject({
      method: 'PUT',
      body: 'a=1&b=2',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  });

  it.each<[string, readonly string[], RegExp, RegExp]>([
    ['-i', ['-i'], /^HTTP\/1\.1 302 .*moved|^HTTP\/1\.1 302 /s, /^$/],
    ['-L', ['-L'], /^\{"method":"GET"/, /^$/],
    ['-iL', ['-iL'], /^HTTP\/1\.1 302 .*HTTP\/1\.1 200 .*\{"method"/s, /^$/],
    ['-v', ['-v', '-o', '/dev/null'], /^$/, /> GET \/moved HTTP\/1\.1\n> .*< HTTP\/1\.1 302 Found\n/s],
    [
      '-w',
      ['-sLo', '/dev/null', '-w', '%{http_code} %{num_redirects}%{nothing}%{constructor}\\n'],
      /^200 1%\{nothing\}%\{constructor\}\n$/,
      /^$/,
    ],
    ['-I', ['-I'], /^HTTP\/1\.1 302 Found\r\n.*\r\n\r\n$/s, /^$/],
  ])('%s', async (_, args, out, err) => {
    const ran = await why401(['curl', ...args, `${origin}/moved`]);
    expect(ran.out).toMatch(out);
    expect(ran.err).toMatch(err);
    expect(ran.code).toBe(0);
  });

  it('writes to a file, large bodies too', async () => {
    const file = join(folder, 'big');
    expect(await why401(['curl', '-o', file, `${origin}/big`])).toMatchObject({ code: 0, out: '' });
    expect((await why401(['curl', `${origin}/big`])).out).toHaveLength(3_000_000);
  });

  it('ends with 3 where nobody answers', async () => {
    const ran = await why401(['curl', 'http://127.0.0.1:1/']);
    expect([ran.code, ran.out]).toEqual([3, '']);
    expect(ran.err).toMatch(/refused/);
  });

  it('shows what it would send, and sends nothing', async () => {
    const ran = await why401(['curl', '--offline', '-u', 'a:b', '-d', 'x=1', 'http://127.0.0.1:1/p?q']);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(
      /^POST \/p\?q HTTP\/1\.1\r\nHost: 127\.0\.0\.1:1\r\n.*Authorization: Basic YTpi\r\n\r\nx=1$/s,
    );
  });

  it('says what it leaves out', async () => {
    expect((await why401(['curl', '--dns-servers', '192.0.2.1', '--offline', origin])).err).toMatch(
      /--dns-servers .*names are resolved by the system/,
    );
  });
});

describe('send and export', () => {
  const file = async (name: string, text: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };

  it('sends the request of a file', async () => {
    const ran = await why401(['send', await file('good.sh', `curl -u alice:wonderland ${origin}/me`)]);
    expect(ran).toEqual({ code: 0, out: 'reached\n', err: '' });
  });

  it('explains a refusal, as JSON where asked for, as often as asked for', async () => {
    const path = await file('bad.sh', `curl -u alice:wrong ${origin}/me`);
    const plain = await why401(['send', path]);
    expect([plain.code, plain.out]).toEqual([1, 'no\n']);
    expect(plain.err).toMatch(/credentials-rejected/);
    const json = await why401(['send', '--json', '--repeat', '2', path]);
    expect(json.code).toBe(1);
    const causes = json.out
      .trimEnd()
      .split('\n')
      .map((line) => /"cause":"([a-z-]+)"/.exec(line)?.[1]);
    expect(causes).toEqual(['credentials-rejected', 'credentials-rejected']);
  });

  it('sends the request of a YAML file', async () => {
    const yaml = `version: 1\nid: r9\nname: me\nmethod: GET\nurl: ${origin}/open?x=1\n`;
    const ran = await why401(['send', await file('me.yaml', yaml)]);
    expect([ran.code, parseJson(ran.out)]).toMatchObject([0, { method: 'GET' }]);
  });

  it('shows what it would send, secrets masked', async () => {
    const ran = await why401([
      'send',
      '--offline',
      await file('off.sh', 'curl -u alice:hunter22hunter22 http://127.0.0.1:1/'),
    ]);
    expect(ran.code).toBe(0);
    expect(ran.out).toMatch(/^GET http:\/\/127\.0\.0\.1:1\/\n.*Authorization: Basic •+\n/s);
  });

  it.each<[readonly string[], RegExp]>([
    [['send', 'nobody'], /There is no request and no file nobody/],
    [['send', '-', '--profile', 'P'], /There is no profile P/],
    [['send', '-', '--env', 'E'], /There is no environment E/],
  ])('%j ends with 2', async (args, err) => {
    const ran = await why401(args, `curl ${origin}`);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(err);
  });

  it('exports as curl, secrets only when asked for', async () => {
    const path = await file('export.sh', `curl -u alice:hunter22hunter22 ${origin}/me`);
    expect((await why401(['export', path, '--as', 'curl'])).out).toMatch(/^curl .*alice:••••••••/);
    expect((await why401(['export', path, '--with-secrets'])).out).toContain('hunter22hunter22');
    const variables = await why401(['export', path, '--secret-variables']);
    expect(variables.out).toMatch(/^curl .*-u alice:"\$PASSWORD"/);
    expect(variables.err).toContain('Set PASSWORD in the environment before you run it.');
    expect((await why401(['export', path, '--as', 'curl-cmd'])).out).toMatch(/^curl .*\^"alice:••••••••\^"/);
    expect((await why401(['export', path, '--as', 'python:requests'])).out).toMatch(/^import requests/);
  });

  it('exports the last attempt as HAR, secrets masked', async () => {
    const yaml = `version: 1\nid: r7\nname: hars\nmethod: GET\nurl: ${origin}/me\nfields:\n  - name: Authorization\n    value: Bearer hunter22hunter22\n`;
    const path = await file('hars.yaml', yaml);
    expect((await why401(['export', path, '--as', 'har'])).code).toBe(2);
    await why401(['send', path]);
    const ran = await why401(['export', path, '--as', 'har']);
    expect(parseJson(ran.out)).toMatchObject({
      log: { version: '1.2', entries: [{ response: { status: 401 } }] },
    });
    expect(ran.out).not.toContain('hunter22hunter22');
  });
});
