import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { privateFile, removeAbandoned, writeAtomically } from './atomic-write.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'why401-write-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('writes anew and over, in folders that were not there, and leaves nothing else behind', async () => {
  const file = join(folder, 'a', 'b', 'file.txt');
  await writeAtomically(file, 'one');
  await writeAtomically(file, 'zwölf');
  expect(await readFile(file, 'utf8')).toBe('zwölf');
  expect(await readdir(join(folder, 'a', 'b'))).toEqual(['file.txt']);
});

test('a reader sees one whole text or the other', async () => {
  const file = join(folder, 'file.txt');
  const texts = ['a', 'b'].map((letter) => letter.repeat(200_000));
  await writeAtomically(file, texts[0] ?? '');
  const write = async (): Promise<void> => {
    for (let n = 0; n < 20; n += 1) await writeAtomically(file, texts[n % 2] ?? '');
  };
  const read = async (): Promise<void> => {
    for (let n = 0; n < 60; n += 1) expect(texts).toContain(await readFile(file, 'utf8'));
  };
  await Promise.all([write(), read()]);
});

test('what cannot be written leaves the old file and no rest', async () => {
  const file = join(folder, 'file.txt');
  await mkdir(file);
  await expect(writeAtomically(file, 'text')).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST|EPERM/);
  expect(await readdir(folder)).toEqual(['file.txt']);
});

describe.skipIf(process.platform === 'win32')('modes and links', () => {
  const modeOf = async (file: string): Promise<number> => (await stat(file)).mode & 0o777;

  test('a private file is private, whatever it was before', async () => {
    const file = join(folder, 'file.txt');
    await writeFile(file, 'old');
    await chmod(file, 0o644);
    await writeAtomically(file, 'new', privateFile);
    expect(await modeOf(file)).toBe(0o600);
  });

  test('the mode that a person gave stays', async () => {
    const file = join(folder, 'file.txt');
    await writeFile(file, 'old');
    await chmod(file, 0o640);
    await writeAtomically(file, 'new');
    expect(await modeOf(file)).toBe(0o640);
  });

  test('a link stays a link', async () => {
    await writeFile(join(folder, 'real.txt'), 'old');
    await symlink(join(folder, 'real.txt'), join(folder, 'link.txt'));
    await writeAtomically(join(folder, 'link.txt'), 'new');
    expect((await lstat(join(folder, 'link.txt'))).isSymbolicLink()).toBe(true);
    expect(await readFile(join(folder, 'real.txt'), 'utf8')).toBe('new');
  });
});

describe('what a killed process had begun to write', () => {
  const name = 'me.yaml.523277a0-52c5-422c-bfc2-46b64175d6f2.tmp';

  test('goes when no write can be at it any more, and nothing else does', async () => {
    const names = [name, 'notes.tmp', 'me.yaml', '523277a0-52c5-422c-bfc2-46b64175d6f2.yaml'];
    for (const one of names) {
      await writeFile(join(folder, one), 'half');
      await utimes(join(folder, one), new Date(0), new Date(0));
    }
    const young = name.replace('me', 'you');
    await writeFile(join(folder, young), 'half');
    await removeAbandoned(folder);
    expect((await readdir(folder)).toSorted()).toEqual([...names.slice(1), young].toSorted());
    await removeAbandoned(join(folder, 'nowhere'));
  });
});
