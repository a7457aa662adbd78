import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { createUploads, fileName } from './uploads.ts';

const folder = mkdtempSync(join(tmpdir(), 'why401-uploads-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const uploads = createUploads(folder);
const id = '3f0c1d52-6c9e-4a51-8b86-0a7f5b1c2d3e';
const piece = (text: string, offset: number, name = 'photo.png') => ({
  id,
  name,
  offset,
  bytes: Buffer.from(text),
});

test('a file comes in pieces, and for its owner alone', async () => {
  await uploads.add(piece('one ', 0));
  const path = await uploads.add(piece('two', 4));
  expect(relative(folder, path)).toBe(join(id, 'photo.png'));
  expect(readFileSync(path, 'utf8')).toBe('one two');
  expect(statSync(path).mode & 0o077).toBe(0);
});

test('beginning anew forgets what was there', async () => {
  await uploads.add(piece('a long beginning', 0, 'b'));
  expect(readFileSync(await uploads.add(piece('short', 0, 'b')), 'utf8')).toBe('short');
});

test.each([1, 99])('a piece at %d that does not follow is refused', async (offset) => {
  await uploads.add(piece('four', 0, 'c'));
  await expect(uploads.add(piece('x', offset, 'c'))).rejects.toMatchObject({ code: 'bad-argument' });
});

test('a file that was never begun is said to be', async () => {
  await expect(uploads.add(piece('x', 5, 'none'))).rejects.toMatchObject({ code: 'internal' });
});

test.each([
  ['photo.png', 'photo.png'],
  ['C:\\fakepath\\a b.txt', 'a b.txt'],
  ['../../etc/passwd', 'passwd'],
  ['..', 'file'],
  ['', 'file'],
  ['a\nb?.txt', 'a_b_.txt'],
  ['größe.pdf', 'größe.pdf'],
])('%j is kept as %s', (given, kept) => {
  expect(fileName(given)).toBe(kept);
});

test('no name leads out of its folder', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const kept = fileName(name);
      expect(kept).not.toMatch(/[/\\\0]|^\.*$/);
    }),
  );
});
