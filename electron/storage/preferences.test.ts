import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPreferences } from './preferences.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'why401-preferences-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));
const file = (): string => join(folder, 'preferences.json');

test('choices survive a restart; another window’s stay', async () => {
  const a = await openPreferences(file());
  const b = await openPreferences(file());
  await a.save({ theme: 'dark', sidebar: true });
  await b.save({ width: 300 });
  await b.save({ sidebar: null });
  expect(b.current()).toEqual({ theme: 'dark', width: 300 });
  expect((await openPreferences(file())).current()).toEqual({ theme: 'dark', width: 300 });
});

test.each([
  ['broken', '{'],
  ['another shape', '[]'],
  ['nothing of ours', '{"preferences": 1}'],
])('a file that is %s counts as empty and is written anew', async (_, text) => {
  await writeFile(file(), text);
  const preferences = await openPreferences(file());
  expect(preferences.current()).toEqual({});
  await preferences.save({ theme: 'dark' });
  expect((await openPreferences(file())).current()).toEqual({ theme: 'dark' });
});

test('a newer file is left as it is', async () => {
  await writeFile(file(), '{"version": 2, "preferences": {"theme": "plaid"}}');
  const preferences = await openPreferences(file());
  await preferences.save({ theme: 'dark' });
  expect(preferences.current()).toEqual({ theme: 'dark' });
  expect(await readFile(file(), 'utf8')).toContain('plaid');
});

test('what is far too large is refused', async () => {
  const preferences = await openPreferences(file());
  await expect(preferences.save({ x: 'x'.repeat(2_000_000) })).rejects.toMatchObject({
    code: 'bad-argument',
  });
});
