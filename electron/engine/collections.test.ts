import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newDraft } from '../../shared/workspace/draft.ts';
import { createEngine, type Engine } from '../engine.ts';

let root = '';
let engine: Engine;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'why401-collections-'));
  engine = await createEngine({
    host: 'browser',
    dataFolder: join(root, 'data'),
    workspaceFolder: join(root, 'workspace'),
    openBrowser: () => Promise.resolve(false),
    version: '1.2.3',
  });
});
afterEach(async () => {
  await engine.close();
  await rm(root, { recursive: true, force: true });
});

const collection = JSON.stringify({
  info: { name: 'Shop', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  auth: {
    type: 'basic',
    basic: [
      { key: 'username', value: 'ann' },
      { key: 'password', value: 'import-secret-1' },
    ],
  },
  variable: [{ key: 'base', value: 'https://shop.example' }],
  item: [
    { name: 'Orders', item: [{ name: 'Find', request: { method: 'GET', url: '{{base}}/orders/:id' } }] },
    {
      name: 'Login',
      request: {
        method: 'POST',
        url: 'https://x.example',
        auth: { type: 'bearer', bearer: [{ key: 'token', value: 'import-secret-2' }] },
      },
    },
  ],
});
const files = [{ name: 'shop.json', text: collection }];

const texts = async (folder: string): Promise<string> => {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const all = names
    .filter((one) => one.isFile())
    .map((one) => readFile(join(one.parentPath, one.name), 'utf8'));
  return (await Promise.all(all)).join('\n');
};

test('a preview says what would come and keeps nothing', async () => {
  const preview = await engine.handlers.readCollection({ files });
  expect(preview).toMatchObject({
    ok: true,
    label: 'Postman collection',
    name: 'Shop',
    requests: [
      {
        folder: ['Orders'],
        name: 'Find',
        method: 'GET',
        url: '{{base}}/orders/:id',
        auth: 'Basic, from Shop',
      },
      { folder: [], name: 'Login', auth: 'Bearer token' },
    ],
    environments: [{ name: 'Shop', variables: 1 }],
    left: [],
  });
  expect(JSON.stringify(preview)).not.toContain('import-secret');
  expect((await engine.handlers.boot(undefined)).workspace.requests).toEqual([]);
});

test('an import lies below its folder, its secrets in the vault alone', async () => {
  await engine.handlers.importCollection({ files, name: 'From Postman' });
  const { workspace } = await engine.handlers.boot(undefined);
  expect(workspace.requests.map(({ folder, name, auth }) => [folder.join('/'), name, auth.kind])).toEqual([
    ['From Postman/Orders', 'Find', 'inherit'],
    ['From Postman', 'Login', 'own'],
  ]);
  expect(workspace.folders).toMatchObject([
    { path: ['From Postman'], auth: { kind: 'own', scheme: 'basic' } },
  ]);
  expect(workspace.environments.map(({ name }) => name)).toEqual(['Shop']);
  expect(await texts(join(root, 'workspace'))).not.toContain('import-secret');
});

test('a second import of the same lies beside the first, and is taken back alone', async () => {
  await engine.handlers.importCollection({ files, name: 'One' });
  const second = await engine.handlers.importCollection({ files, name: 'Two' });
  const both = (await engine.handlers.boot(undefined)).workspace;
  expect(both.environments.map(({ name }) => name).toSorted()).toEqual(['Shop', 'Shop 2']);
  await engine.handlers.deleteAll({
    profiles: [],
    requests: [...second.requests],
    folders: second.folders.map((path) => [...path]),
    environments: [...second.environments],
  });
  const { workspace } = await engine.handlers.boot(undefined);
  expect(workspace.requests.every(({ folder }) => folder[0] === 'One')).toBe(true);
  expect(workspace.requests).toHaveLength(2);
  expect(workspace.folders.map(({ path }) => path)).toEqual([['One']]);
  expect(workspace.environments.map(({ name }) => name)).toEqual(['Shop']);
});

test('what is no collection is refused with a sentence', async () => {
  const bad = [{ name: 'a.json', text: '{"a":1}' }];
  expect(await engine.handlers.readCollection({ files: bad })).toMatchObject({ ok: false });
  await expect(engine.handlers.importCollection({ files: bad, name: 'x' })).rejects.toMatchObject({
    code: 'bad-argument',
  });
});

test('a folder goes out as a Postman collection with what it inherits, and masked no secret goes with it', async () => {
  const { handlers } = engine;
  await handlers.importCollection({ files, name: 'Shop' });
  const masked = await handlers.exportCollection({ folder: ['Shop', 'Orders'], secrets: 'masked' });
  expect(masked).toMatchObject({ requests: 1, environments: 1 });
  expect(masked.files.map(({ name }) => name)).toEqual([
    'Orders.postman_collection.json',
    'Shop.postman_environment.json',
  ]);
  expect(JSON.stringify(masked)).not.toContain('import-secret');

  const whole = await handlers.exportCollection({ folder: ['Shop', 'Orders'], secrets: 'included' });
  expect(JSON.parse(whole.files[0]?.text ?? '')).toMatchObject({
    auth: { type: 'basic', basic: [{ value: 'ann' }, { value: 'import-secret-1' }] },
    item: [{ name: 'Find' }],
  });
});

test('a profile goes out as the auth that it stands for', async () => {
  const { handlers } = engine;
  const profile = await handlers.saveProfile({
    profile: {
      id: 'p',
      name: 'Acme',
      scheme: 'bearer',
      settings: { token: { plain: 'profile-secret-1' }, prefix: 'Bearer' },
      trustedOrigins: [],
      renew: true,
    },
  });
  await handlers.saveRequest({
    draft: {
      ...newDraft('r'),
      name: 'me',
      url: 'https://a.example',
      auth: { kind: 'profile', profileId: profile.id },
    },
  });
  const { files: written } = await handlers.exportCollection({ folder: [], secrets: 'included' });
  expect(JSON.parse(written[0]?.text ?? '')).toMatchObject({
    item: [{ request: { auth: { type: 'bearer', bearer: [{ key: 'token', value: 'profile-secret-1' }] } } }],
  });
});

test('nothing saved is nothing to export', async () => {
  await expect(engine.handlers.exportCollection({ folder: [], secrets: 'masked' })).rejects.toMatchObject({
    code: 'not-found',
  });
});
