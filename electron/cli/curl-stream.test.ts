import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, test } from 'vitest';
import { defaultDraftSettings } from '../../shared/workspace/draft.ts';
import type { AnswerHead } from '../net/transport-types.ts';
import type { Shell } from './command.ts';
import type { CurlOutput } from './curl-output.ts';
import { streamTo } from './curl-stream.ts';

const folder = mkdtempSync(join(tmpdir(), 'why401-stream-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const output = (more: Partial<CurlOutput> = {}): CurlOutput => ({
  include: false,
  verbose: false,
  silent: false,
  fail: false,
  ...more,
});
const shell = (): Shell & { readonly stdout: PassThrough } => ({
  stdout: new PassThrough(),
  stderr: new PassThrough(),
  stdin: new PassThrough(),
  env: {},
});
const head = (status: number, location?: string): AnswerHead => ({
  status,
  fields: location === undefined ? [] : [{ name: 'Location', value: location }],
});

describe('which answers go to their output as they come', () => {
  test.each<[string, AnswerHead, Partial<CurlOutput>, boolean, boolean]>([
    ['one that is printed', head(200), {}, true, true],
    ['an error that is printed', head(500), {}, true, true],
    ['an error that -f hides', head(500), { fail: true }, true, false],
    ['a redirect that is followed', head(302, '/x'), {}, true, false],
    ['a redirect that is not', head(302, '/x'), {}, false, true],
    ['a challenge, which credentials may follow', head(401), {}, true, false],
    ['a proxy’s challenge', head(407), {}, true, false],
    ['one with heads before it', head(200), { include: true }, true, false],
    ['one whose heads go elsewhere', head(200), { include: true, file: join(folder, 'x') }, true, true],
  ])('%s', (_, answer, more, followRedirects, expected) => {
    const spillFor = streamTo(output(more), { ...defaultDraftSettings, followRedirects }, shell());
    expect(spillFor(answer) !== undefined).toBe(expected);
  });
});

test('pieces are in the file in their order', async () => {
  const file = join(folder, 'body');
  const spill = streamTo(output({ file }), defaultDraftSettings, shell())(head(200));
  for (const piece of ['one ', 'two ', 'three']) await spill?.write(Buffer.from(piece));
  await spill?.close();
  expect(readFileSync(file, 'utf8')).toBe('one two three');
});

test('pieces are on standard output, which may ask for patience', async () => {
  const { stdout, ...rest } = shell();
  const pieces: Buffer[] = [];
  const spill = streamTo(output(), defaultDraftSettings, { ...rest, stdout })(head(200));
  const written = (async () => {
    for (let count = 0; count < 40; count += 1) await spill?.write(Buffer.alloc(4096, 'a'));
  })();
  stdout.on('data', (piece: Buffer) => pieces.push(piece));
  await written;
  expect(Buffer.concat(pieces)).toHaveLength(40 * 4096);
});
