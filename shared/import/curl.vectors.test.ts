import { describe, expect, it } from 'vitest';
import { compose } from '../compose/compose.ts';
import { firstRequest, stillWorld } from '../compose/will-send.ts';
import { bytesToByteString, utf8ByteString, utf8Bytes, utf8OfBytes } from '../exchange/bytes.ts';
import { isRecord } from '../exchange/json.ts';
import { scoreboard } from '../exchange/scoreboard.test-support.ts';
import { shelved } from '../exchange/vectors.test-support.ts';
import { schemeById } from '../schemes/index.ts';
import type { OutgoingRequest } from '../schemes/scheme.ts';
import type { Draft } from '../workspace/draft.ts';
import { openSettings } from './open-settings.test-support.ts';
import { readCurl } from './curl.ts';

type Json = Readonly<Record<string, unknown>>;
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);

const BOUNDARY = 'boundary-of-the-test';

/** What the engine would send for a draft, through the real compose and the real scheme. */
const sent = (draft: Draft, files: Json): OutgoingRequest => {
  const scheme = draft.auth.kind === 'own' ? schemeById(draft.auth.scheme) : undefined;
  const settings =
    draft.auth.kind === 'own' && scheme !== undefined
      ? { scheme, settings: openSettings(draft.auth.settings), note: 'own' }
      : undefined;
  const composed = compose({
    draft,
    ...(settings === undefined ? {} : { settings }),
    variables: new Map(),
    fileSize: (path) => utf8Bytes(contentOf(files, path)).length,
    boundary: BOUNDARY,
    userAgent: 'test',
  });
  if (!composed.ok) throw new Error(composed.message);
  const request = firstRequest(composed.flow(stillWorld));
  if (request === undefined) throw new Error('nothing is sent');
  return request;
};

const contentOf = (files: Json, path: string): string => {
  const content = files[path] ?? files[path.replace(/^\.\//, '')] ?? files[path.replaceAll('\\', '/')];
  if (typeof content !== 'string') throw new Error(`no file ${path}`);
  return content;
};

const bytesOf = (request: OutgoingRequest, files: Json): string => {
  const { body } = request;
  if (body.kind === 'none') return '';
  if (body.kind === 'bytes') return bytesToByteString(body.bytes);
  return body.pieces
    .map((piece) =>
      piece.kind === 'bytes' ? bytesToByteString(piece.bytes) : utf8ByteString(contentOf(files, piece.path)),
    )
    .join('');
};

/** Of an NTLM message its signature and type: which flags a client offers is its own affair (MS-NLMP §2.2.1.1). */
const ntlmKind = (value: string): string => value.replace(/^(NTLM TlRMTVNTUA[\w+/]{6}).*$/, '$1');

const canonical = (url: string): string => (URL.canParse(url) ? new URL(url).href : url);

const shape = (request: OutgoingRequest, files: Json): Json => {
  const body = bytesOf(request, files);
  const isForm = request.fields.some(
    ({ name, value }) => /^content-type$/i.test(name) && /^multipart\//i.test(value),
  );
  return {
    method: request.method,
    url: canonical(request.url),
    headers: request.fields
      .filter(
        ({ name, origin }) =>
          origin?.from !== 'default' && (origin?.from === 'typed' || !/^(host|content-length)$/i.test(name)),
      )
      .filter(({ name, origin }) => !(origin?.from === 'body' && isForm && /^content-type$/i.test(name)))
      .map(({ name, value }) => `${name}: ${ntlmKind(value)}`)
      .toSorted(),
    body: isForm ? 'multipart' : body,
  };
};

const wanted = (request: Json): Json => {
  const body = isRecord(request['body']) ? request['body'] : {};
  const headers = Array.isArray(request['headers']) ? request['headers'] : [];
  const text =
    typeof body['text'] === 'string'
      ? utf8ByteString(body['text'])
      : atob(typeof body['base64'] === 'string' ? body['base64'] : '');
  const isMultipart = request['multipart'] !== undefined;
  return {
    method: request['method'],
    url: canonical(String(request['url'])),
    headers: headers
      .filter(Array.isArray)
      .map((pair) => `${utf8ByteString(String(pair[0]))}: ${ntlmKind(utf8ByteString(String(pair[1])))}`)
      .toSorted(),
    body:
      isMultipart || headers.some((pair) => /^content-type,multipart\//i.test(String(pair)))
        ? 'multipart'
        : text,
  };
};

/** Parts as they were sent, read back from the body. */
const partsOf = (bytes: string): readonly Json[] =>
  bytes
    .split(`--${BOUNDARY}`)
    .slice(1, -1)
    .map((part) => {
      const [head = '', ...rest] = part.replace(/^\r\n|\r\n$/g, '').split('\r\n\r\n');
      const name = /[ ;]name="([^"]*)"/.exec(head)?.[1];
      const filename = /filename="([^"]*)"/.exec(head)?.[1];
      return {
        name,
        value: utf8OfBytes(rest.join('\r\n\r\n')),
        ...(filename === undefined ? {} : { filename }),
      };
    });

const vectors = shelved('vectors/curl-import.json');
const all = list(isRecord(vectors) ? vectors['vectors'] : []);
const level = (name: string): readonly (readonly [string, Json])[] =>
  all.filter((vector) => vector['level'] === name).map((vector) => [String(vector['id']), vector] as const);

/** Text that a shell or curl would fill from outside; this program keeps the variable and says so. */
const fromOutside = (vector: Json): boolean =>
  Array.isArray(vector['tags']) &&
  vector['tags'].some((tag) => /^(variable|command-substitution)$/.test(String(tag))) &&
  /\$[A-Za-z({]|`/.test(String(vector['command']));

/** Where this program differs from curl on purpose. */
const onPurpose: ReadonlyMap<string, string> = new Map([
  ['curlconverter-put_with_file', 'a file is sent as it is, which is said'],
  ['curlconverter-url_query_reads_file', 'the file is not there to be read, which is said'],
  ['curlconverter-form_quotes', 'a typed boundary is used; curl adds a second one'],
  ['insomnia-complex', 'the blank behind a field name is left out'],
  ['postman-761', 'a field name beyond ASCII is refused before it is sent'],
  ['postman-763', 'a field name beyond ASCII is refused before it is sent'],
  ['postman-233', 'a method with a blank is refused before it is sent'],
]);

/** Who logs in, and by which scheme. */
const loginOf = ({ auth }: Draft): Json => {
  if (auth.kind !== 'own') return {};
  const { username, password } = openSettings(auth.settings);
  return { type: auth.scheme, username, password };
};

const wantedLogin = ({ type, username, password }: Json): Json => ({ type, username, password });

const expectSent = (vector: Json): void => {
  const files = isRecord(vector['files']) ? vector['files'] : {};
  const read = readCurl(String(vector['command']), () => 'id');
  if (!read.ok) throw new Error(read.message);
  const expected = list(isRecord(vector['expect']) ? vector['expect']['requests'] : []);
  const requests = read.drafts.map((draft) => sent(draft, files));
  expect(requests.map((request) => shape(request, files))).toEqual(expected.map(wanted));
  expected.forEach((one, at) => {
    const request = requests[at];
    const draft = read.drafts[at];
    if (request === undefined || draft === undefined) return;
    if (Array.isArray(one['multipart'])) {
      const parts = list(one['multipart']).map(({ name, value, filename }) => ({
        name,
        value,
        ...(filename === undefined ? {} : { filename }),
      }));
      expect(partsOf(bytesOf(request, files))).toEqual(parts);
    }
    // A user in the address stays there and is sent as Basic, which the fields have shown already.
    if (isRecord(one['auth']) && !/\/\/[^/]*@/.test(draft.url))
      expect(loginOf(draft)).toEqual(wantedLogin(one['auth']));
    const options = Array.isArray(one['options']) ? one['options'] : [];
    expect({ insecure: !draft.settings.verifyTls, follow: draft.settings.followRedirects }).toEqual({
      insecure: options.includes('insecure'),
      follow: options.includes('followRedirects'),
    });
    if (typeof one['proxy'] === 'string' && /^https?:/.test(one['proxy'])) {
      expect(draft.settings.proxy?.url).toBe(one['proxy']);
    }
  });
};

const scores = scoreboard();

describe.skipIf(vectors === undefined)('conformance: curl-import.json', () => {
  scores.count('curl-import.json', all.length);
  describe('shell: as bash and curl sent it', () => {
    it.each(level('shell').filter(([id, vector]) => !fromOutside(vector) && !onPurpose.has(id)))(
      '%s',
      (_, vector) => expectSent(vector),
    );
  });

  describe('tolerant: broken pastes', () => {
    it.each(level('tolerant'))('%s', (_, vector) => expectSent(vector));
  });

  describe('error: refused, or read with a note', () => {
    it.each(level('error'))('%s', (_, vector) => {
      const read = readCurl(String(vector['command']), () => 'id');
      if (read.ok) expect(read.notes).not.toEqual([]);
      else expect(read.message).toMatch(/\.$/);
    });
  });

  describe('ambiguous, or filled from outside: read with a note', () => {
    const rest = [
      ...level('ambiguous').filter(([, { command }]) => /&\w+=/.test(String(command))),
      ...level('shell').filter(([, vector]) => fromOutside(vector)),
    ];
    it.each(rest)('%s', (_, vector) => {
      const read = readCurl(String(vector['command']), () => 'id');
      expect(read).toMatchObject({ ok: true });
      expect(read.ok && read.notes).not.toEqual([]);
    });
  });
});
