import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { mkdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compose, type ComposeInput } from '../compose/compose.ts';
import { firstRequest, stillWorld } from '../compose/will-send.ts';
import { bytesToByteString, utf8ByteString, utf8Bytes } from '../exchange/bytes.ts';
import { isRecord } from '../exchange/json.ts';
import { shelved } from '../exchange/vectors.test-support.ts';
import { readCurl } from '../import/curl.ts';
import { openSettings } from '../import/open-settings.test-support.ts';
import { schemeById } from '../schemes/index.ts';
import type { OutgoingRequest } from '../schemes/scheme.ts';
import { emptyDraft, joinUrl, splitUrl, type Draft, type SchemeSettings } from '../workspace/draft.ts';
import { exportCurl, type CurlSource } from './curl.ts';
import { startRawEcho, type RawRequest } from './raw-echo.test-support.ts';

type Json = Readonly<Record<string, unknown>>;
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);

const findInPath = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(':')
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

const curl = findInPath('curl');
const shells = ['sh', 'bash'].map(findInPath).filter((shell) => shell !== undefined);
const ready = curl !== undefined && shells.length > 0;
if (!ready) console.log('skipped: no POSIX shell with curl is there to run exported commands');

let echo: Awaited<ReturnType<typeof startRawEcho>>;
let folder = '';
beforeAll(async () => {
  echo = await startRawEcho();
  folder = await mkdtemp(join(tmpdir(), 'why401-export-'));
});
afterAll(async () => {
  await echo.close();
  await rm(folder, { recursive: true, force: true });
});

/** From a file: a command may be longer than one argument of a program. */
const run = async (shell: string, command: string): Promise<void> => {
  const script = join(folder, 'command.sh');
  await writeFile(script, command);
  await new Promise<void>((done, fail) => {
    const env = { PATH: process.env['PATH'], HOME: folder, LC_ALL: 'C.UTF-8' };
    execFile(shell, [script], { cwd: folder, env, timeout: 100_000 }, (error, _out, err) =>
      error === null ? done() : fail(new Error(`${command.slice(0, 2_000)}\n${err}`)),
    );
  });
};

interface Built {
  readonly request: OutgoingRequest;
  readonly source: CurlSource;
  readonly words: Parameters<typeof exportCurl>[1]['schemeWords'];
}

/** Draft → the request that the engine would send, and what the exporter is given for it. */
const build = (draft: Draft): Built => {
  const scheme = draft.auth.kind === 'own' ? schemeById(draft.auth.scheme) : undefined;
  const settings = draft.auth.kind === 'own' ? openSettings(draft.auth.settings) : {};
  const input: ComposeInput = {
    draft,
    ...(scheme === undefined ? {} : { settings: { scheme, settings, note: 'own' } }),
    variables: new Map(),
    fileSize: (path) => utf8Bytes(contents.get(path) ?? '').length,
    boundary: 'b0undary',
    userAgent: 'why401/test',
  };
  const composed = compose(input);
  if (!composed.ok) throw new Error(composed.message);
  const request = firstRequest(composed.flow(stillWorld), 'the-token');
  if (request === undefined) throw new Error('nothing is sent');
  const { proxy: _proxy, ...rest } = draft.settings;
  const parsed = scheme?.settings.parse(settings);
  return {
    request,
    source: {
      ...request,
      settings: rest,
      ...(draft.body.kind === 'multipart' ? { parts: draft.body.parts } : {}),
    },
    words: parsed === undefined ? undefined : scheme?.curl?.(parsed),
  };
};

const contents = new Map<string, string>();

const wire = ({ name, value }: { name: string; value: string }): string => `${name}: ${value}`;

/** The order among different fields is curl's own; fields of one name keep theirs. */
const fieldsOf = (request: Pick<RawRequest, 'fields'>): readonly string[] =>
  request.fields
    .map(wire)
    .filter((line) => !/^Connection: close/.test(line))
    .sort();

const bodyOf = (request: OutgoingRequest): string => {
  if (request.body.kind === 'none') return '';
  if (request.body.kind === 'bytes') return bytesToByteString(request.body.bytes);
  return request.body.pieces
    .map((piece) =>
      piece.kind === 'bytes'
        ? bytesToByteString(piece.bytes)
        : utf8ByteString(contents.get(piece.path) ?? ''),
    )
    .join('');
};

const target = (url: string): string => url.replace(/^http:\/\/[^/]*/, '');

const commandOf = ({ source, words }: Built): string =>
  exportCurl(source, { secrets: 'included', ...(words === undefined ? {} : { schemeWords: words }) }).command;

const delivered = async (draft: Draft): Promise<{ got: RawRequest; built: Built; command: string }> => {
  const built = build(draft);
  const command = commandOf(built);
  const results: RawRequest[] = [];
  for (const shell of shells) {
    await run(shell, command);
    const [got] = echo.take();
    if (got === undefined) throw new Error(`nothing arrived: ${command}`);
    results.push(got);
  }
  const [got] = results;
  if (got === undefined) throw new Error('no shell');
  for (const other of results) {
    if (!command.includes('-F ') && !command.includes('--form-string ')) expect(other).toEqual(got);
  }
  return { got, built, command };
};

/** Runs the exported command and expects the request of the engine, byte for byte. */
const expectSame = async (draft: Draft): Promise<string> => {
  const { got, built, command } = await delivered(draft);
  expect({ method: got.method, target: got.target, fields: fieldsOf(got), body: got.body }).toEqual({
    method: built.request.method,
    target: target(built.request.url),
    fields: fieldsOf(built.request),
    body: bodyOf(built.request),
  });
  return command;
};

const draftTo = (path: string, more: Partial<Draft> = {}): Draft => {
  const { url, params } = splitUrl(`${echo.origin}${path}`);
  return { ...emptyDraft('id'), url, params: [...params], ...more };
};

const typed = (...lines: readonly string[]): Draft['fields'] =>
  lines.map((line) => ({
    name: line.slice(0, line.indexOf(':')),
    value: line.slice(line.indexOf(':') + 1).trim(),
    on: true,
  }));

const text = (value: string, contentType = 'text/plain'): Draft['body'] => ({
  kind: 'text',
  text: value,
  contentType,
});
const bytes = (...values: readonly number[]): Draft['body'] => ({
  kind: 'bytes',
  base64: Buffer.from(values).toString('base64'),
  contentType: 'application/octet-stream',
});

const torture = String.raw`' " \ $HOME $(id) ${'`id`'} ! !! # & | ; < > * ? [a] {b} ~ % %s %n é 測 😀 ''' \' \n`;

describe.skipIf(!ready)('run by a real shell and curl, the exported command sends the same request', () => {
  it.each<[string, () => Draft]>([
    ['a plain GET', () => draftTo('/')],
    ['a query', () => draftTo('/a/b?x=1&y=%20&z')],
    ['what curl would take for patterns', () => draftTo('/a[1-3]/{b,c}?d[]=1')],
    ['dot segments', () => draftTo('/a/../b/./c')],
    ['odd characters in the address', () => draftTo(`/a'b"c$d\`e;f|g<h>i!j*k(l)~?m=%25&n=#`)],
    ['HEAD', () => draftTo('/', { method: 'HEAD' })],
    ['DELETE', () => draftTo('/', { method: 'DELETE' })],
    ['a method of one’s own', () => draftTo('/', { method: 'pUrGe!' })],
    ['POST without a body', () => draftTo('/', { method: 'POST' })],
    ['GET with a body', () => draftTo('/', { body: text('x') })],
    ['PUT with a body', () => draftTo('/', { method: 'PUT', body: text('x') })],
    ['no default field', () => draftTo('/', { defaultsOff: ['user-agent', 'accept', 'accept-encoding'] })],
    [
      'typed Host, Accept and User-Agent',
      () => draftTo('/', { fields: typed('Host: other.example', 'accept: */*', 'User-Agent: x') }),
    ],
    ['fields of one name', () => draftTo('/', { fields: typed('X-A: 1', 'x-a: 2', 'X-A: 1') })],
    ['an empty field', () => draftTo('/', { fields: typed('X-Empty:') })],
    ['torture in a field', () => draftTo('/', { fields: typed(`X-T: ${torture}`) })],
    ['a tab in a field', () => draftTo('/', { fields: typed('X-T: a\tb') })],
    ['torture in a body', () => draftTo('/', { method: 'POST', body: text(torture) })],
    ['lines in a body', () => draftTo('/', { method: 'POST', body: text('\na\r\nb\n\n') })],
    ['a body that looks like a file', () => draftTo('/', { method: 'POST', body: text('@/etc/hosts') })],
    ['a body that looks like an option', () => draftTo('/', { method: 'POST', body: text('-X') })],
    ['an empty text', () => draftTo('/', { method: 'POST', body: text('') })],
    ['JSON', () => draftTo('/', { method: 'POST', body: text('{"a":"it\'s"}', 'application/json') })],
    ['no Content-Type', () => draftTo('/', { method: 'POST', body: text('x', '') })],
    [
      'a form',
      () =>
        draftTo('/', {
          method: 'POST',
          body: { kind: 'form', fields: [{ name: 'a b', value: "1&2='", on: true }] },
        }),
    ],
    [
      'every byte',
      () => draftTo('/', { method: 'POST', body: bytes(...Array.from({ length: 256 }, (_, at) => at)) }),
    ],
    ['NUL and line ends last', () => draftTo('/', { method: 'POST', body: bytes(0, 10, 10) })],
    ['200 KB of text', () => draftTo('/', { method: 'POST', body: text("it's % \\ \n".repeat(20_000)) })],
    ['2 MB of text', () => draftTo('/', { method: 'PUT', body: text('0123456789'.repeat(200_000)) })],
    [
      'a user in the address',
      () => ({ ...draftTo('/'), url: `${echo.origin.replace('//', '//al%20ice:s@')}/` }),
    ],
    ['a changed content length is curl’s', () => draftTo('/', { method: 'POST', body: text('é') })],
  ])('%s', async (_, draft) => {
    await expectSame(draft());
  });

  const own = (scheme: string, settings: SchemeSettings): Draft =>
    draftTo('/me?x=1', { auth: { kind: 'own', scheme, settings } });
  it.each<[string, string, SchemeSettings]>([
    ['Basic', 'basic', { username: 'alice', password: { plain: torture }, charset: 'utf-8' }],
    ['Basic, UTF-8', 'basic', { username: 'älice', password: { plain: 'päss€' }, charset: 'utf-8' }],
    [
      'Basic, Latin-1',
      'basic',
      { username: 'älice', password: { plain: 'pässword' }, charset: 'iso-8859-1' },
    ],
    ['Basic, no password', 'basic', { username: 'alice', password: { plain: '' }, charset: 'utf-8' }],
    ['Bearer', 'bearer', { token: { plain: 'abc.def-ghi_~+/==' }, prefix: 'Bearer' }],
    ['Bearer, own prefix', 'bearer', { token: { plain: "it's" }, prefix: 'Token' }],
    [
      'API key in a header',
      'api-key',
      { name: 'X-API-Key', value: { plain: `k '${'`'}$1` }, place: 'header' },
    ],
    ['API key in the query', 'api-key', { name: 'api_key', value: { plain: "k&=' ü[]" }, place: 'query' }],
    ['API key in a cookie', 'api-key', { name: 'key', value: { plain: "k'1" }, place: 'cookie' }],
    [
      'OAuth 2.0',
      'oauth2',
      { grant: 'client-credentials', clientId: 'c', tokenEndpoint: 'http://127.0.0.1/t' },
    ],
  ])('%s', async (_, scheme, settings) => {
    await expectSame(own(scheme, settings));
  });

  it('a file, and one with an odd name', async () => {
    for (const path of ['file.txt', "it's a $file;.bin"]) {
      contents.set(path, 'content of the file\n');
      await writeFile(join(folder, path), 'content of the file\n');
      await expectSame(
        draftTo('/', { method: 'POST', body: { kind: 'file', path, contentType: 'text/plain' } }),
      );
    }
  });

  it('a multipart body with a boundary of one’s own, byte for byte', async () => {
    contents.set('a.bin', 'binary\n');
    await writeFile(join(folder, 'a.bin'), 'binary\n');
    const parts = [
      { name: 'a=b', on: true, value: torture },
      { name: 'f', on: true, file: 'a.bin' },
    ];
    const command = await expectSame(
      draftTo('/', {
        method: 'POST',
        body: { kind: 'multipart', parts },
        fields: typed('Content-Type: multipart/form-data; boundary=XyZ'),
      }),
    );
    expect(command).toContain('cat -- a.bin');
  });

  it('a multipart body, with curl’s boundary', async () => {
    contents.set('it"s.txt', 'content\n');
    await writeFile(join(folder, 'it"s.txt'), 'content\n');
    const parts = [
      { name: 'plain', on: true, value: `@;type=x ${torture}` },
      { name: 'typed', on: true, value: '{"a":"\\"b;c"}', contentType: 'application/json' },
      { name: 'file', on: true, file: 'it"s.txt', fileName: 'ü "x".txt' },
      { name: 'off', on: false, value: 'x' },
    ];
    const { got, built, command } = await delivered(
      draftTo('/', { method: 'POST', body: { kind: 'multipart', parts } }),
    );
    expect(command).toContain('--form-string');
    const boundary =
      /boundary=(.*)$/.exec(got.fields.find(({ name }) => name === 'Content-Type')?.value ?? '')?.[1] ?? '';
    expect(got.body.replaceAll(boundary, 'b0undary')).toBe(bodyOf(built.request));
  });

  it('what was exported is imported as the same request', async () => {
    const draft = draftTo('/a?b=[1]', { method: 'PUT', body: text(torture), fields: typed('X-T: ü') });
    const { source, request } = build(draft);
    const read = readCurl(exportCurl(source, { secrets: 'included' }).command, () => 'id');
    if (!read.ok || read.drafts[0] === undefined) throw new Error('not read');
    const again = build(read.drafts[0]).request;
    expect({ ...again, fields: fieldsOf(again) }).toEqual({ ...request, fields: fieldsOf(request) });
  });
});

const exported = (
  source: Partial<CurlSource>,
  secrets: 'masked' | 'included' = 'masked',
): ReturnType<typeof exportCurl> =>
  exportCurl(
    {
      method: 'GET',
      url: 'https://a.example/',
      fields: [
        { name: 'Accept', value: '*/*' },
        { name: 'User-Agent', value: 'x' },
      ],
      body: { kind: 'none' },
      settings: { followRedirects: false, maxRedirects: 10, timeoutMs: 60_000, verifyTls: true },
      ...source,
    },
    { secrets },
  );

describe('secrets', () => {
  const secret = 'hunter22hunter22';
  const body = { kind: 'bytes', bytes: utf8Bytes(`a=1&password=${secret}`) } as const;
  const proxy = { url: 'http://p.example:3128', username: 'me', password: secret };
  const settings = { followRedirects: false, maxRedirects: 10, timeoutMs: 60_000, verifyTls: true };
  it.each<[string, Partial<CurlSource>]>([
    ['a token', { fields: [{ name: 'Authorization', value: `Bearer ${secret}` }] }],
    ['a key', { fields: [{ name: 'X-Api-Key', value: secret }] }],
    ['a cookie', { fields: [{ name: 'Cookie', value: `sid=${secret}` }] }],
    ['a query', { url: `https://a.example/?api_key=${secret}` }],
    ['a body', { method: 'POST', body }],
    ['a proxy', { settings: { ...settings, proxy } }],
    [
      'a part',
      {
        method: 'POST',
        body: { kind: 'pieces', pieces: [{ kind: 'bytes', bytes: utf8Bytes(secret) }] },
        parts: [{ name: 'password', on: true, value: secret }],
        fields: [
          {
            name: 'Content-Type',
            value: 'multipart/form-data; boundary=x',
            origin: { from: 'body', note: '' },
          },
        ],
      },
    ],
  ])('of %s is masked, and included when asked for', (_, source) => {
    const masked = exported(source);
    expect(masked.command).not.toContain('hunter');
    expect(masked.command).toContain('••••••••');
    expect(masked.notes[0]).toMatch(/masked/);
    expect(exported(source, 'included').command).toContain(secret);
    expect(exported(source, 'included').notes.join()).not.toMatch(/masked/);
  });

  it('leaves the user of -u readable', () => {
    const schemeWords = {
      words: [{ text: '-u' }, { text: `alice:${secret}`, secret: true }],
      notes: ['From the scheme.'],
    };
    const source = {
      ...emptySource(),
      fields: [{ name: 'Authorization', value: 'Basic x', origin: { from: 'auth', note: '' } }],
    } as CurlSource;
    const { command, notes } = exportCurl(source, { secrets: 'masked', schemeWords });
    expect(command).toContain("-u 'alice:••••••••'");
    expect(command).not.toContain('Basic');
    expect(notes).toContain('From the scheme.');
  });

  it('says nothing of masks where nothing is secret', () => {
    expect(exported({})).toEqual({
      command: "curl https://a.example/ --http1.1 -H 'User-Agent: x'",
      notes: [],
    });
  });
});

const emptySource = (): CurlSource => ({
  method: 'GET',
  url: 'https://a.example/',
  fields: [],
  body: { kind: 'none' },
  settings: { followRedirects: false, maxRedirects: 10, timeoutMs: 0, verifyTls: true },
});

describe('settings', () => {
  const base = emptySource().settings;
  it.each<[string, CurlSource['settings'], RegExp]>([
    ['redirects', { ...base, followRedirects: true }, /-L .*--max-redirs 10/s],
    ['as many redirects as curl follows', { ...base, followRedirects: true, maxRedirects: 50 }, /-L$/],
    ['no check of certificates', { ...base, verifyTls: false }, /-k$/],
    ['an authority', { ...base, caFile: '/a b.pem' }, /--cacert '\/a b\.pem'$/],
    ['a proxy', { ...base, proxy: { url: 'http://p:1', username: '', password: '' } }, /-x http:\/\/p:1$/],
    ['a deadline', { ...base, timeoutMs: 1_500 }, /-m 1\.5$/],
  ])('%s', (_, settings, expected) => {
    expect(exported({ settings }).command).toMatch(expected);
  });

  it('breaks a long command into lines, options and values together', () => {
    const fields = [
      { name: 'User-Agent', value: 'x'.repeat(60) },
      { name: 'X-B', value: 'y' },
    ];
    expect(exported({ fields, method: 'PUT' }).command.split(' \\\n  ')).toEqual([
      'curl -X PUT',
      'https://a.example/',
      '--http1.1',
      `-H 'User-Agent: ${'x'.repeat(60)}'`,
      "-H 'X-B: y'",
      '-H Accept:',
    ]);
  });
});

const vectors = shelved('vectors/curl-export.json');

describe.skipIf(!ready || vectors === undefined)('conformance: curl-export.json', () => {
  const rows = list(isRecord(vectors) ? vectors['vectors'] : []);

  const draftOf = async (request: Json): Promise<Draft> => {
    const auth = isRecord(request['auth']) ? request['auth'] : {};
    const settings: SchemeSettings =
      auth['type'] === 'basic'
        ? {
            username: String(auth['username']),
            password: { plain: String(auth['password']) },
            charset: 'utf-8',
          }
        : { token: { plain: String(auth['token']) }, prefix: 'Bearer' };
    const { url, params } = splitUrl(String(request['url']).replace(/^https?:\/\/[^/?#]*/, echo.origin));
    return {
      ...emptyDraft('id'),
      method: String(request['method']),
      url,
      params: [...params],
      fields: list(request['headers']).map(({ name, value }) => ({
        name: String(name),
        value: String(value),
        on: true,
      })),
      body: await bodyFor(isRecord(request['body']) ? request['body'] : {}),
      auth:
        auth['type'] === undefined
          ? { kind: 'none' }
          : { kind: 'own', scheme: String(auth['type']), settings },
    };
  };

  const bodyFor = async (body: Json): Promise<Draft['body']> => {
    switch (body['type']) {
      case 'text':
        return text(String(body['text']), '');
      case 'base64':
        return { kind: 'bytes', base64: String(body['base64']), contentType: '' };
      case 'form': {
        const fields = Array.isArray(body['fields']) ? body['fields'].filter(Array.isArray) : [];
        return {
          kind: 'form',
          fields: fields.map(([name, value]) => ({ name: String(name), value: String(value), on: true })),
        };
      }
      case 'multipart': {
        const parts = [];
        for (const part of list(body['parts'])) {
          const file = typeof part['filename'] === 'string' ? part['filename'] : undefined;
          const content = String(part['content'] ?? '');
          if (file !== undefined) {
            contents.set(file, content);
            const path = resolve(folder, file);
            await mkdir(dirname(path), { recursive: true });
            await writeFile(path, content);
          }
          parts.push({
            name: String(part['name']),
            on: true,
            ...(file === undefined ? { value: String(part['value']) } : { file }),
            ...(typeof part['contentType'] === 'string' ? { contentType: part['contentType'] } : {}),
          });
        }
        return { kind: 'multipart', parts };
      }
      default:
        return { kind: 'none' };
    }
  };

  const results = new Map<
    unknown,
    { readonly draft: Draft; readonly built: Built; readonly got: RawRequest }
  >();

  /** One shell for all: each command sends exactly one request, so that they arrive in order. */
  beforeAll(async () => {
    const drafts = await Promise.all(
      rows.map((row) => draftOf(isRecord(row['request']) ? row['request'] : {})),
    );
    const all = drafts.map((draft) => ({ draft, built: build(draft) }));
    await run(shells[0] ?? '', all.map(({ built }) => `${commandOf(built)} || true`).join('\n'));
    const got = echo.take();
    expect(got).toHaveLength(rows.length);
    all.forEach((one, at) => {
      const request = got[at];
      if (request !== undefined) results.set(rows[at], { ...one, got: request });
    });
  }, 120_000);

  /** An empty Basic form adds nothing here, on purpose. */
  const tested = rows.filter(({ id }) => id !== 'yaak-basic-empty');

  it.each(tested.map((row) => [String(row['id']), row] as const))('%s', (_, row) => {
    const result = results.get(row);
    if (result === undefined) throw new Error('nothing arrived');
    const { draft, got, built } = result;
    const expected = isRecord(row['expect']) ? row['expect'] : {};
    expect({ method: got.method, target: got.target }).toEqual({
      method: expected['method'],
      target: expected['target'],
    });
    const lines = got.fields.map(({ name, value }) => `${name.toLowerCase()}: ${value}`);
    for (const { name, value } of list(expected['headers'])) {
      expect(lines).toContain(`${String(name)}: ${utf8ByteString(String(value))}`);
    }
    for (const name of Array.isArray(expected['absent']) ? expected['absent'] : []) {
      expect(lines.filter((line) => line.startsWith(`${String(name)}:`))).toEqual([]);
    }
    const body = isRecord(expected['body']) ? expected['body'] : {};
    if (typeof body['text'] === 'string') expect(got.body).toBe(utf8ByteString(body['text']));
    else if (typeof body['base64'] === 'string') expect(btoa(got.body)).toBe(body['base64']);
    else if (Array.isArray(body['form']))
      expect([...new URLSearchParams(Buffer.from(got.body, 'latin1').toString())]).toEqual(body['form']);
    else if (draft.body.kind === 'multipart') {
      const boundary =
        /boundary=(.*)$/.exec(
          got.fields.find(({ name }) => /^content-type$/i.test(name))?.value ?? '',
        )?.[1] ?? '';
      expect(got.body.replaceAll(boundary, 'b0undary')).toBe(bodyOf(built.request));
    } else expect(got.body).toBe('');
    expect(joinUrl(draft.url, draft.params)).toContain(echo.origin);
  });
});
