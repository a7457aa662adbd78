import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { utf8ByteString } from '../exchange/bytes.ts';
import { isRecord } from '../exchange/json.ts';
import { scoreboard } from '../exchange/scoreboard.test-support.ts';
import { shelved } from '../exchange/vectors.test-support.ts';
import type { Draft } from '../workspace/draft.ts';
import type { RawRequest } from './raw-echo.test-support.ts';
import { commandOf, RealCurl, shells, withOurBoundary, type Built } from './real-curl.test-support.ts';
import { vectorDraft } from './vector-draft.test-support.ts';

type Json = Readonly<Record<string, unknown>>;
const list = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.filter(isRecord) : []);

let real: RealCurl;
beforeAll(async () => {
  real = await RealCurl.open();
});
afterAll(() => real.close());

const vectors = shelved('vectors/curl-export.json');

const scores = scoreboard();

describe.skipIf(shells.length === 0 || vectors === undefined)('conformance: curl-export.json', () => {
  const rows = list(isRecord(vectors) ? vectors['vectors'] : []);
  scores.count('curl-export.json, run by a POSIX shell', rows.length);

  const results = new Map<
    unknown,
    { readonly draft: Draft; readonly built: Built; readonly got: RawRequest }
  >();

  /** One shell for all: each command sends exactly one request, so that they arrive in order. */
  beforeAll(async () => {
    const drafts = await Promise.all(
      rows.map((row) =>
        vectorDraft(isRecord(row['request']) ? row['request'] : {}, real.origin, (path, content) =>
          real.putFile(path, content),
        ),
      ),
    );
    const all = drafts.map((draft) => ({ draft, built: real.build(draft) }));
    const script = all.map(({ built }) => `${commandOf(built)} || true`).join('\n');
    const got = await real.run(shells[0] ?? '', script);
    if (got.length !== rows.length) throw new Error(`${got.length} of ${rows.length} requests arrived`);
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
    else if (draft.body.kind === 'multipart') expect(withOurBoundary(got)).toBe(real.bodyOf(built.request));
    else expect(got.body).toBe('');
  });
});
