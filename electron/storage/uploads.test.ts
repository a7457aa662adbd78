import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
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

describe('what nobody needs any more is deleted', () => {
  const dayMs = 86_400_000;
  const gibibyte = 1024 ** 3;
  const idOf = (letter: string): string => id.replace(/^./, letter);

  /** Which of the files are left: each is so many days old, and so many GiB large, none of which is on the disk. */
  const swept = async (
    files: Readonly<Record<string, { readonly days: number; readonly gibibytes?: number }>>,
    needed = '',
  ): Promise<string> => {
    const own = mkdtempSync(join(tmpdir(), 'why401-swept-'));
    const nowMs = Date.now();
    const paths = new Map<string, string>();
    for (const [letter, { days, gibibytes = 0 }] of Object.entries(files)) {
      const path = await createUploads(own).add({ ...piece('x', 0), id: idOf(letter) });
      truncateSync(path, gibibytes * gibibyte);
      const at = new Date(nowMs - days * dayMs);
      utimesSync(dirname(path), at, at);
      paths.set(letter, path);
    }
    await createUploads(own).sweep(async () => needed, nowMs);
    const left = [...paths].filter(([, path]) => existsSync(path)).map(([letter]) => letter);
    rmSync(own, { recursive: true });
    return left.join('');
  };

  test.each<[string, Parameters<typeof swept>, string]>([
    ['by its age', [{ a: { days: 89 }, b: { days: 91 } }], 'a'],
    [
      'not where something names it',
      [{ a: { days: 500 }, b: { days: 500 } }, `{"path":"/x/${idOf('b')}/f"}`],
      'b',
    ],
    [
      'the oldest first where it is too much',
      [{ a: { days: 5, gibibytes: 1 }, b: { days: 3, gibibytes: 1 }, c: { days: 4, gibibytes: 0.5 } }],
      'bc',
    ],
    [
      'what is needed counts for nothing in that',
      [{ a: { days: 5, gibibytes: 5 }, b: { days: 6, gibibytes: 2 } }, idOf('a')],
      'ab',
    ],
    ['not on the day on which it was chosen', [{ a: { days: 0.5, gibibytes: 5 }, b: { days: 2 } }], 'a'],
  ])('%s', async (_, given, left) => {
    expect(await swept(...given)).toBe(left);
  });

  test('what was needed counts as new afterwards', async () => {
    const old = new Date(Date.now() - 200 * dayMs);
    const path = dirname(await uploads.add({ ...piece('x', 0), id: idOf('d') }));
    utimesSync(path, old, old);
    await uploads.sweep(async () => idOf('d'), Date.now());
    await uploads.sweep(async () => '', Date.now());
    expect(existsSync(path)).toBe(true);
  });

  test('where nothing was ever chosen nothing is asked', async () => {
    let asked = false;
    const needed = async (): Promise<string> => {
      asked = true;
      return '';
    };
    await createUploads(join(folder, 'absent')).sweep(needed, Date.now());
    expect(asked).toBe(false);
  });
});
