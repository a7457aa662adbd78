import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Workspace } from '../../shared/ipc/replies.ts';
import { emptyDraft, type Draft } from '../../shared/workspace/draft.ts';
import type { Folder } from '../../shared/workspace/folder.ts';
import type { Profile } from '../../shared/workspace/profile.ts';
import { newSecretId, openVault } from '../vault/vault.ts';
import type { Vault } from '../vault/vault-types.ts';
import { openWorkspaceFiles, type WorkspaceFiles } from './workspace-files.ts';

let root = '';
let vault: Vault;
const open: WorkspaceFiles[] = [];
const changes: Workspace[] = [];

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'why401-files-'));
  vault = await openVault({ folder: join(root, 'data'), keychain: async () => undefined });
});
afterEach(async () => {
  for (const files of open.splice(0)) await files.close();
  changes.splice(0);
  await rm(root, { recursive: true, force: true });
});

const folder = (): string => join(root, 'work');
const openFiles = async (name?: string): Promise<WorkspaceFiles> => {
  const files = await openWorkspaceFiles({
    folder: folder(),
    ...(name === undefined ? {} : { name }),
    vault,
    lockFolder: join(root, 'data', 'locks'),
    newId: newSecretId,
    onChange: (workspace) => changes.push(workspace),
  });
  open.push(files);
  return files;
};

const tree = async (): Promise<string[]> => {
  const found = await readdir(folder(), { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder().length + 1)
        .replaceAll('\\', '/'),
    )
    .toSorted();
};

const draft = (id: string, name: string, part: Partial<Draft> = {}): Draft => ({
  ...emptyDraft(id),
  name,
  url: 'https://api.example.com/v1/me',
  ...part,
});
const bearer = (value: string): Partial<Draft> => ({ fields: [{ name: 'Authorization', value, on: true }] });
const profile = (id: string, name: string, settings: Profile['settings'] = {}): Profile => ({
  id,
  name,
  scheme: 'basic',
  settings,
  trustedOrigins: [],
  renew: true,
});

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((done) => setTimeout(done, 20));
};

describe('folders', () => {
  const basic: Folder['auth'] = {
    kind: 'own',
    scheme: 'basic',
    settings: { username: 'alice', password: { plain: 'wonderland' } },
  };

  test('keep their auth in a file beside their requests, its secrets in the vault', async () => {
    const first = await openFiles('Acme');
    await first.saveFolder({ path: ['Billing', 'A/B'], auth: basic });
    await first.saveFolder({ path: [], auth: { kind: 'profile', profileId: 'p1' } });
    await first.saveFolder({ path: ['Account'], auth: { kind: 'none' } });
    await first.saveRequest(draft('r1', '_folder', { folder: ['Billing'], auth: { kind: 'inherit' } }));
    expect(await tree()).toEqual([
      'requests/Account/_folder.yaml',
      'requests/Billing/A%2FB/_folder.yaml',
      'requests/Billing/folder.yaml',
      'requests/_folder.yaml',
      'why401.yaml',
    ]);
    for (const file of await tree()) {
      expect(await readFile(join(folder(), file), 'utf8')).not.toMatch(/wonderland/);
    }
    await first.close();

    const again = (await openFiles()).current();
    expect(again.problems).toEqual([]);
    expect(again.requests).toMatchObject([{ id: 'r1', folder: ['Billing'], auth: { kind: 'inherit' } }]);
    expect(again.folders).toMatchObject([
      { path: ['Account'], auth: { kind: 'none' } },
      { path: ['Billing', 'A/B'], auth: { settings: { password: { ref: expect.any(String) } } } },
      { path: [], auth: { kind: 'profile', profileId: 'p1' } },
    ]);
  });

  test('keep variables of folders, requests and the workspace, secret ones in the vault', async () => {
    const secret = { name: 'key', value: 'looking-glass', on: true, secret: true };
    const plain = { name: 'region', value: 'eu-1', on: true, secret: false };
    const first = await openFiles('Acme');
    await first.saveFolder({ path: ['Billing'], auth: { kind: 'inherit' }, variables: [secret, plain] });
    await first.saveFolder({ path: [], auth: { kind: 'inherit' }, variables: [plain] });
    await first.saveRequest(draft('r1', 'me', { folder: ['Billing'], variables: [secret] }));
    await first.close();
    expect(await tree()).toEqual([
      'requests/Billing/_folder.yaml',
      'requests/Billing/me.yaml',
      'requests/_folder.yaml',
      'why401.yaml',
    ]);
    for (const file of await tree()) {
      expect(await readFile(join(folder(), file), 'utf8')).not.toMatch(/looking-glass/);
    }

    const again = await openFiles();
    expect(again.current().problems).toEqual([]);
    expect(again.current().requests[0]?.variables).toEqual([secret]);
    expect(again.current().folders).toEqual([
      { path: ['Billing'], auth: { kind: 'inherit' }, variables: [secret, plain] },
      { path: [], auth: { kind: 'inherit' }, variables: [plain] },
    ]);
    await again.saveFolder({ path: [], auth: { kind: 'inherit' }, variables: [] });
    expect(await tree()).not.toContain('requests/_folder.yaml');
  });

  test('stay when their last request goes, and go when they only inherit', async () => {
    const files = await openFiles();
    await files.saveFolder({ path: ['Billing'], auth: basic });
    await files.saveRequest(draft('r1', 'me', { folder: ['Billing'] }));
    await files.deleteRequest('r1');
    expect(files.current().folders).toHaveLength(1);
    await files.saveFolder({ path: ['Billing'], auth: { kind: 'inherit' } });
    expect(files.current().folders).toEqual([]);
    expect(await tree()).toEqual(['why401.yaml']);
  });

  test('of a newer format are named and left as they are', async () => {
    await mkdir(join(folder(), 'requests', 'Billing'), { recursive: true });
    const path = join(folder(), 'requests', 'Billing', '_folder.yaml');
    await writeFile(path, 'version: 2\nauth: none\n');
    const files = await openFiles();
    expect(files.current().folders).toEqual([]);
    expect(files.current().problems).toMatchObject([
      { file: 'requests/Billing/_folder.yaml', message: expect.stringMatching(/newer why401/) },
    ]);
    await expect(files.saveFolder({ path: ['Billing'], auth: basic })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/newer why401/),
    });
    expect(await readFile(path, 'utf8')).toBe('version: 2\nauth: none\n');
  });
});

test('a workspace survives a restart; its files hold no secret', async () => {
  const first = await openFiles('Acme');
  await first.saveRequest(
    draft('r1', 'me', { folder: ['Billing', 'A/B'], ...bearer('Bearer hunter22hunter22') }),
  );
  await first.saveProfile(
    profile('p1', 'Acme prod', { username: 'alice', password: { plain: 'wonderland' } }),
  );
  await first.saveEnvironment({
    id: 'e1',
    name: 'Staging',
    variables: [
      { name: 'base', value: 'https://staging.example.com', on: true, secret: false },
      { name: 'pw', value: 'looking-glass', on: true, secret: true },
    ],
  });
  await first.close();

  expect(await tree()).toEqual([
    'environments/staging.yaml',
    'profiles/acme-prod.yaml',
    'requests/Billing/A%2FB/me.yaml',
    'why401.yaml',
  ]);
  for (const file of await tree()) {
    expect(await readFile(join(folder(), file), 'utf8')).not.toMatch(/hunter22|wonderland|looking-glass/);
  }

  const again = (await openFiles()).current();
  expect(again.name).toBe('Acme');
  expect(again.problems).toEqual([]);
  expect(again.requests).toEqual([
    draft('r1', 'me', { folder: ['Billing', 'A/B'], ...bearer('Bearer hunter22hunter22') }),
  ]);
  expect(again.profiles).toMatchObject([
    { id: 'p1', settings: { username: 'alice', password: { ref: expect.any(String) } } },
  ]);
  expect(again.environments[0]?.variables[1]).toEqual({
    name: 'pw',
    value: 'looking-glass',
    on: true,
    secret: true,
  });
  const password = again.profiles[0]?.settings['password'];
  expect(typeof password === 'object' && 'ref' in password ? await vault.get(password.ref) : '').toBe(
    'wonderland',
  );
});

describe('names of files', () => {
  test('follow the request when it is renamed or moved, and nothing stays behind', async () => {
    const files = await openFiles();
    await files.saveRequest(draft('r1', 'one', { folder: ['A'] }));
    await files.saveRequest(draft('r1', 'two', { folder: ['A'] }));
    expect(await tree()).toEqual(['requests/A/two.yaml', 'why401.yaml']);
    await files.saveRequest(draft('r1', 'two'));
    expect(await tree()).toEqual(['requests/two.yaml', 'why401.yaml']);
    expect(await readdir(join(folder(), 'requests'))).toEqual(['two.yaml']);
  });

  test('get a number where they are taken', async () => {
    const files = await openFiles();
    await files.saveRequest(draft('r1', 'me'));
    await files.saveRequest(draft('r2', 'Me'));
    expect(await tree()).toEqual(['requests/me-2.yaml', 'requests/me.yaml', 'why401.yaml']);
  });

  test('that a person chose stay while the request keeps its name', async () => {
    await openFiles().then((files) => files.close());
    await mkdir(join(folder(), 'requests'));
    const text = '# Mine.\nversion: 1\nid: r1\nname: me\nmethod: GET\nurl: https://example.com\n';
    await writeFile(join(folder(), 'requests', 'my own name.yml'), text);
    const files = await openFiles();
    await files.saveRequest({ ...(files.current().requests[0] ?? draft('', '')), method: 'PUT' });
    expect(await tree()).toEqual(['requests/my own name.yml', 'why401.yaml']);
    expect(await readFile(join(folder(), 'requests', 'my own name.yml'), 'utf8')).toBe(
      text.replace('GET', 'PUT'),
    );
  });
});

describe('several writers', () => {
  test('a file that changed since it was read is not clobbered', async () => {
    const a = await openFiles();
    await a.saveRequest(draft('r1', 'me'));
    const file = join(folder(), 'requests', 'me.yaml');
    const theirs = (await readFile(file, 'utf8')).replace('GET', 'DELETE');
    await writeFile(file, theirs);
    await expect(a.saveRequest(draft('r1', 'me', { method: 'PUT' }))).rejects.toMatchObject({
      code: 'conflict',
    });
    expect(await readFile(file, 'utf8')).toBe(theirs);
    expect(a.current().requests[0]?.method).toBe('DELETE');
    await a.saveRequest(draft('r1', 'me', { method: 'PUT' }));
    expect(a.current().requests[0]?.method).toBe('PUT');
  });

  test('a save over what another host wrote a moment ago is refused, a second one is meant', async () => {
    const a = await openFiles();
    await a.saveRequest(draft('r1', 'me'));
    const b = await openFiles();
    await a.saveRequest(draft('r1', 'moved', { folder: ['Billing'] }));
    const theirs = draft('r1', 'me', { method: 'PUT' });
    await expect(b.saveRequest(theirs)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('“moved” was changed in another why401') as string,
    });
    await expect(a.deleteRequest('r1')).resolves.toBeUndefined();
    await b.saveRequest(theirs);
    expect(await tree()).toEqual(['requests/me.yaml', 'why401.yaml']);
  });

  test('the same new request, saved in two hosts, is one file', async () => {
    const a = await openFiles();
    const b = await openFiles();
    // At once: later, the second has read what the first wrote, and changes it.
    const saved = await Promise.allSettled([
      a.saveRequest(draft('r1', 'me')),
      b.saveRequest(draft('r1', 'me')),
    ]);
    expect(saved.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(saved.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
    expect(await tree()).toEqual(['requests/me.yaml', 'why401.yaml']);
  });

  test('what a killed host had begun to write is cleared away', async () => {
    const first = await openFiles();
    await first.saveRequest(draft('r1', 'me', { folder: ['Billing'] }));
    const piece = 'me.yaml.523277a0-52c5-422c-bfc2-46b64175d6f2.tmp';
    await writeFile(join(folder(), 'requests', 'Billing', piece), 'version: 1\nid:');
    const files = await openFiles();
    expect(files.current().problems).toEqual([]);
    expect(await tree()).toEqual(['requests/Billing/me.yaml', 'why401.yaml']);
  });

  test('a request of another host is never there without the profile that was saved before it', async () => {
    const [mine, theirs] = [await openFiles(), await openFiles()];
    const id = 'p-of-theirs';
    await theirs.saveProfile({
      id,
      name: 'Theirs',
      scheme: 'basic',
      settings: {},
      trustedOrigins: [],
      renew: false,
    });
    await theirs.saveRequest(draft('r-of-theirs', 'theirs', { auth: { kind: 'profile', profileId: id } }));
    const looks: Workspace[] = [];
    const deadline = Date.now() + 10_000;
    while (mine.current().requests.length === 0 && Date.now() < deadline) {
      await new Promise((resolve) => setImmediate(resolve));
      looks.push(mine.current());
    }
    expect(mine.current().requests.map(({ name }) => name)).toEqual(['theirs']);
    const torn = looks.filter(({ requests, profiles }) => requests.length > profiles.length);
    expect(torn).toEqual([]);
  });

  test('another host’s change arrives by itself', async () => {
    const a = await openFiles();
    const b = await openFiles();
    await b.saveRequest(draft('r1', 'from b', bearer('Bearer hunter22hunter22')));
    await until(() => a.current().requests.length === 1);
    expect(a.current().requests[0]?.fields[0]?.value).toBe('Bearer hunter22hunter22');
  });

  test('many saves at once all arrive', async () => {
    const a = await openFiles();
    await Promise.all(Array.from({ length: 10 }, (_, n) => a.saveRequest(draft(`r${n}`, 'same name'))));
    expect((await tree()).filter((file) => file.startsWith('requests/'))).toHaveLength(10);
  });
});

describe('a folder that is moved', () => {
  const filled = async () => {
    const files = await openFiles();
    await files.saveRequest(
      draft('r1', 'me', { folder: ['Billing', '2026'], ...bearer('Bearer hunter22hunter22') }),
    );
    await files.saveFolder({
      path: ['Billing'],
      auth: { kind: 'own', scheme: 'basic', settings: { password: { plain: 'wonderland' } } },
    });
    await files.saveRequest(draft('r2', 'other', { folder: ['Account'] }));
    return files;
  };

  test('takes files, secrets and what it says of itself along', async () => {
    const files = await filled();
    await files.moveFolder(['Billing'], ['Account', 'Money & more']);
    expect(await tree()).toEqual([
      'requests/Account/Money & more/2026/me.yaml',
      'requests/Account/Money & more/_folder.yaml',
      'requests/Account/other.yaml',
      'why401.yaml',
    ]);
    const { requests, folders, problems } = files.current();
    expect(problems).toEqual([]);
    expect(requests.find(({ id }) => id === 'r1')).toMatchObject({
      folder: ['Account', 'Money & more', '2026'],
      fields: [{ value: 'Bearer hunter22hunter22' }],
    });
    expect(folders).toMatchObject([{ path: ['Account', 'Money & more'], auth: { scheme: 'basic' } }]);
    // And it goes on from there.
    await files.saveRequest(draft('r1', 'you', { folder: ['Account', 'Money & more', '2026'] }));
    expect(await tree()).toContain('requests/Account/Money & more/2026/you.yaml');
  });

  test.each<[string, readonly string[], readonly string[], string]>([
    ['onto one of that name', ['Billing'], ['Account'], 'conflict'],
    ['into itself', ['Billing'], ['Billing', '2026', 'Billing'], 'bad-argument'],
    ['out of the tree', ['Billing'], [], 'bad-argument'],
    ['that is not there', ['Sales'], ['Account', 'Sales'], 'not-found'],
  ])('is refused %s', async (_, from, to, code) => {
    const files = await filled();
    const before = await tree();
    await expect(files.moveFolder(from, to)).rejects.toMatchObject({ code });
    expect(await tree()).toEqual(before);
  });

  test('can change the case of its name', async () => {
    const files = await filled();
    await files.moveFolder(['Billing'], ['billing']);
    expect(await tree()).toContain('requests/billing/2026/me.yaml');
  });
});

describe('files that cannot be read are named and left alone', () => {
  test.each<[string, string, string]>([
    ['broken YAML', 'a: [1', 'not YAML'],
    ['a newer format', 'version: 9\nid: x\n', 'newer why401'],
    ['an unknown key', 'version: 1\nid: r9\nname: x\nmethod: GET\nurl: x\ncolour: red\n', 'colour'],
    ['the id of another', 'version: 1\nid: r1\nname: copy\nmethod: GET\nurl: x\n', 'same “id”'],
    ['a file that is too large', `# ${'x'.repeat(9_000_000)}`, 'larger than'],
  ])('%s', async (_, text, words) => {
    const first = await openFiles();
    await first.saveRequest(draft('r1', 'a'));
    await first.close();
    const file = join(folder(), 'requests', 'z.yaml');
    await writeFile(file, text);
    const files = await openFiles();
    expect(files.current().requests.map((one) => one.id)).toEqual(['r1']);
    expect(files.current().problems).toEqual([
      { file: 'requests/z.yaml', message: expect.stringContaining(words) as string },
    ]);
    await files.saveRequest(draft('r2', 'z'));
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  test('a workspace file of a newer why401', async () => {
    await mkdir(folder());
    await writeFile(join(folder(), 'why401.yaml'), 'version: 2\n');
    await expect(openFiles()).rejects.toMatchObject({ code: 'newer-format' });
    expect(await tree()).toEqual(['why401.yaml']);
  });

  test('a folder that is a file', async () => {
    await writeFile(folder(), '');
    await expect(openFiles()).rejects.toMatchObject({ code: 'bad-argument' });
  });
});

describe('secrets of documents', () => {
  const password = (of: Profile | undefined): string => {
    const setting = of?.settings['password'];
    return typeof setting === 'object' && 'ref' in setting ? setting.ref : '';
  };

  test('a copy has its own', async () => {
    const files = await openFiles();
    const one = await files.saveProfile(profile('p1', 'one', { password: { plain: 'wonderland' } }));
    const two = await files.saveProfile({ ...one, id: 'p2', name: 'two' });
    expect(password(two)).not.toBe(password(one));
    await files.deleteProfile('p1');
    await files.close();
    expect(await vault.get(password(one))).toBeUndefined();
    expect(await vault.get(password(two))).toBe('wonderland');
  });

  test('a deletion can be undone until the workspace is closed', async () => {
    const files = await openFiles();
    const one = await files.saveProfile(profile('p1', 'one', { password: { plain: 'wonderland' } }));
    await files.deleteProfile('p1');
    const back = await files.saveProfile(one);
    await files.close();
    expect(await vault.get(password(back))).toBe('wonderland');
  });

  test('what is used no more leaves the vault; what is replaced keeps its id', async () => {
    const files = await openFiles();
    const one = await files.saveProfile(profile('p1', 'one', { password: { plain: 'wonderland' } }));
    const two = await files.saveProfile({ ...one, settings: { password: { plain: 'looking-glass' } } });
    expect(password(two)).toBe(password(one));
    expect(await vault.get(password(one))).toBe('looking-glass');
    await files.saveProfile({ ...one, settings: {} });
    expect(await vault.get(password(one))).toBeUndefined();
  });

  test('a workspace from another machine keeps what only that machine can open', async () => {
    const first = await openFiles();
    await first.saveRequest(draft('r1', 'me', bearer('Bearer hunter22hunter22')));
    await first.close();
    const theirs = await readFile(join(folder(), 'requests', 'me.yaml'), 'utf8');
    vault = await openVault({ folder: join(root, 'other machine'), keychain: async () => undefined });
    const files = await openFiles();
    const [request] = files.current().requests;
    expect(request?.fields).toEqual([{ name: 'Authorization', value: '', on: true }]);
    await files.saveRequest({ ...(request ?? draft('', '')), method: 'PUT' });
    expect(await readFile(join(folder(), 'requests', 'me.yaml'), 'utf8')).toBe(theirs.replace('GET', 'PUT'));
  });
});

describe('what an import brings', () => {
  const none = { requests: [], folders: [], environments: [], profiles: [] };

  test('is written as one change, with its secrets in one write of the vault; equal names get files of their own', async () => {
    const writes: number[] = [];
    const real = vault;
    vault = {
      ...real,
      putAll: async (values) => {
        writes.push(values.size);
        await real.putAll(values);
      },
    };
    const files = await openFiles();
    changes.splice(0);
    const requests = Array.from({ length: 20 }, (_, at) =>
      draft(`r${at}`, 'Same', bearer(`Bearer secret-${at}-of-it`)),
    );
    await files.saveAll({ ...none, requests });

    expect(changes).toHaveLength(1);
    expect(writes.filter((size) => size > 0)).toEqual([20]);
    expect((await tree()).filter((path) => path.startsWith('requests/'))).toHaveLength(20);
    const again = await openFiles();
    const byId = (a: Draft, b: Draft): number => a.id.localeCompare(b.id);
    expect(again.current().requests.toSorted(byId)).toEqual(requests.toSorted(byId));
  });

  test('stays where it was written when one of it cannot be', async () => {
    const files = await openFiles();
    await mkdir(join(folder(), 'requests', 'two.yaml'), { recursive: true });
    const two = ['One', 'Two'].map((name) => draft(name, name));
    await expect(files.saveAll({ ...none, requests: two })).rejects.toThrow(/EISDIR/);
    expect(files.current().requests.map(({ name }) => name)).not.toContain('Two');
  });
});
