import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emptyDraft, type Draft } from '../../shared/workspace/draft.ts';
import { openVault } from '../vault/vault.ts';
import type { Vault } from '../vault/vault-types.ts';
import { createTabKeeper, type TabKeeper } from './tab-keeper.ts';

let home = '';
let vault: Vault;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'why401-tabs-'));
  vault = await openVault({ folder: home, keychain: async () => undefined });
});
afterEach(() => rm(home, { recursive: true, force: true }));

const keeper = (): TabKeeper => createTabKeeper(join(home, 'tabs'), vault);
const work = '/home/ada/acme-apis';
const secret = 'Quetzal-9f-Rmx-Lantern';
const draft = (id: string, part: Partial<Draft> = {}): Draft => ({ ...emptyDraft(id), name: id, ...part });
const keep = (
  tabs: readonly string[],
  drafts: readonly Draft[],
  rest: { readonly dropped?: readonly string[]; readonly closed?: readonly string[] } = {},
) =>
  keeper().keep(work, {
    tabs: { tabs: [...tabs], closed: [...(rest.closed ?? [])], current: tabs[0] },
    drafts,
    dropped: rest.dropped ?? [],
  });

const filesIn = async (): Promise<readonly string[]> => {
  const found = await readdir(join(home, 'tabs'), { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

describe('what is kept of open tabs', () => {
  it('is nothing at first', async () => {
    expect(await keeper().read(work)).toEqual({ tabs: [], closed: [], drafts: [] });
  });

  it('comes back in another process, for its own workspace only', async () => {
    await keep(['b', 'a'], [draft('a', { url: '{{host}}/v1' })], { closed: ['c'] });
    expect(await keeper().read(work)).toEqual({
      tabs: ['b', 'a'],
      closed: ['c'],
      current: 'b',
      drafts: [draft('a', { url: '{{host}}/v1' })],
    });
    expect(await keeper().read('/elsewhere')).toEqual({ tabs: [], closed: [], drafts: [] });
  });

  it('holds secrets only sealed, wherever they were typed', async () => {
    await keep(
      ['a'],
      [
        draft('a', {
          url: `https://ada:${secret}@api.example/`,
          fields: [{ name: 'X-Note', value: secret, on: true }],
          body: { kind: 'text', text: secret, contentType: 'text/plain' },
          auth: { kind: 'own', scheme: 'basic', settings: { password: { plain: secret } } },
        }),
      ],
    );
    const files = await filesIn();
    expect(files).toHaveLength(2);
    for (const file of files) expect(await readFile(file, 'utf8')).not.toContain(secret);
    expect(JSON.stringify((await keeper().read(work)).drafts)).toContain(secret);
  });

  it('lets go of a draft that was saved, and keeps the tab', async () => {
    await keep(['a'], [draft('a')]);
    await keep(['a'], [], { dropped: ['a'] });
    expect(await keeper().read(work)).toMatchObject({ tabs: ['a'], drafts: [] });
  });

  it('finds a draft again that no list of tabs names', async () => {
    await keep(['a', 'b'], [draft('b')]);
    await keep(['a'], []);
    expect(await keeper().read(work)).toMatchObject({ tabs: ['a', 'b'], drafts: [{ id: 'b' }] });
  });

  it('ends with the newest of changes that were asked for at once', async () => {
    const one = keeper();
    const tabs = { tabs: ['a'], closed: [] };
    for (let count = 0; count < 20; count += 1) {
      void one.keep(work, { tabs, drafts: [draft('a', { url: `/${count}` })], dropped: [] });
    }
    await one.settled();
    expect((await keeper().read(work)).drafts).toEqual([draft('a', { url: '/19' })]);
  });
});

describe('files that cannot be used', () => {
  it.each([
    ['a damaged one', 'not JSON'],
    ['one that another vault sealed', JSON.stringify({ version: 1, sealed: 'AAAA' })],
    ['a newer one', JSON.stringify({ version: 2, sealed: 'AAAA' })],
  ])('are passed over: %s', async (_, text) => {
    await keep(['a', 'b'], [draft('a'), draft('b')]);
    const [first] = (await filesIn()).filter((file) => file.endsWith('.draft'));
    if (first !== undefined) await writeFile(first, text);
    expect((await keeper().read(work)).drafts).toHaveLength(1);
  });

  it('of a newer why401 are never overwritten', async () => {
    await keep(['a'], [draft('a')]);
    const files = await filesIn();
    for (const file of files) await writeFile(file, JSON.stringify({ version: 2 }));
    await keep(['a'], [draft('a')]);
    for (const file of files) expect(await readFile(file, 'utf8')).toBe('{"version":2}');
  });
});
