import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { causes } from '../causes.ts';
import type { Provider } from './provider.ts';
import { providers } from './index.ts';

const parts = new Set([
  'audiences.ts',
  'doors.ts',
  'field-names.ts',
  'index.ts',
  'keys.ts',
  'lives.ts',
  'marks.ts',
  'needs.ts',
  'provider.ts',
  'recognise.ts',
  's3-answers.ts',
  'signed-by-aws.ts',
]);

const files = readdirSync(fileURLToPath(new URL('.', import.meta.url)))
  .filter((name) => name.endsWith('.ts') && !/\.test(-support)?\.ts$/.test(name) && !parts.has(name))
  .toSorted();

const rows = providers.map((provider) => [provider.id, provider] as const);
const hostOf = ({ address }: Provider): string => new URL(address).hostname;

describe('the registry of providers', () => {
  test('holds every file, in their order', () => {
    expect(providers.map(({ id }) => `${id}.ts`)).toEqual(files);
  });

  test('names no family that is not there', () => {
    const ids = new Set(providers.map(({ id }) => id));
    expect(providers.filter(({ family }) => family !== undefined && !ids.has(family))).toEqual([]);
  });

  test.each(rows)('%s is whole', (_, provider) => {
    expect(URL.canParse(provider.address)).toBe(true);
    expect(provider.sources.length).toBeGreaterThan(0);
    for (const source of provider.sources) expect(source).toMatch(/^https:\/\/[\w.-]+\//);
    expect(
      [provider.hosts, provider.fields, provider.challenge, provider.body].some((by) => by !== undefined),
    ).toBe(true);
    expect(provider.paths?.source ?? '/').toContain('/');
    for (const name of provider.sends ?? []) expect(name).toMatch(/^[a-z0-9-]+$/);
    expect(provider.signs.length >= 3 || provider.few !== undefined).toBe(true);
    for (const [name] of provider.fields ?? []) expect(name).toMatch(/^[a-z0-9-]+\*?$/);
    for (const { says, means } of provider.misleads ?? []) {
      expect(says).not.toBe('');
      expect(means).toMatch(/\.$/);
    }
    for (const door of provider.doors ?? [])
      expect(door).toMatch(/^(?:authorization(?: [a-z][a-z0-9-_]*)?|(?:field|query) [a-z0-9_.-]+|path)$/);
    for (const { at, beside } of provider.needs ?? []) {
      expect(at.length).toBeGreaterThan(0);
      for (const place of at) expect(place).toMatch(/^(?:field|query) [a-z0-9_.-]+$/);
      if (beside !== undefined) expect(provider.doors).toContain(beside);
      expect(provider.hosts).toBeDefined();
    }
    for (const sign of provider.signs) {
      expect(causes).toContain(sign.cause);
      expect(sign.explanation).toMatch(/\.$/);
      expect(
        [sign.code, sign.says, sign.sent, sign.path, sign.status].some((when) => when !== undefined),
      ).toBe(true);
    }
  });

  test.each(rows.filter(([, { hosts }]) => hosts !== undefined))(
    '%s knows its own address, and no stranger does',
    (_, provider) => {
      const host = hostOf(provider);
      expect(provider.hosts?.test(host)).toBe(true);
      const related = new Set([provider.id, provider.family]);
      const strangers = providers.filter(
        ({ id, family, hosts }) =>
          hosts?.test(host) === true && !related.has(id) && (family === undefined || !related.has(family)),
      );
      expect(strangers.map(({ id }) => id)).toEqual([]);
    },
  );
});

describe('paths and fields of requests', () => {
  const asked: readonly (readonly [string, string | undefined])[] = [
    ['/api/v4/projects/12/merge_requests', 'gitlab'],
    ['/api/v4/channels/x/posts', 'mattermost'],
    ['/api/v2.0/projects/library', 'harbor'],
    ['/api/v2.0/pool/dataset', 'truenas'],
    ['/realms/shop/protocol/openid-connect/userinfo', 'keycloak'],
    ['/api2/json/nodes', 'proxmox'],
    ['/job/nightly/build', 'jenkins'],
    ['/api/v1/statuses', 'mastodon'],
    ['/api/v1/chat.postMessage', 'rocket-chat'],
    ['/remote.php/dav/files/kim/', 'nextcloud'],
    ['/api/v1/namespaces/default/pods', 'kubernetes'],
    ['/api/users/me', undefined],
    ['/v1/orders', undefined],
    ['/api/v1/login', undefined],
    ['/rest/orders/4', undefined],
    ['/api/projects', undefined],
  ];
  test.each(asked)('%s is a path of %s', (path, id) => {
    expect(providers.filter(({ paths }) => paths?.test(path) === true).map((one) => one.id)).toEqual(
      id === undefined ? [] : [id],
    );
  });

  test('no field is sent by the clients of two', () => {
    const names = providers.flatMap(({ sends }) => sends ?? []);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('the forms of keys', () => {
  const forms = providers.flatMap(({ id, keys }) => (keys ?? []).map((key) => ({ id, ...key })));

  test.each(forms.map((key) => [`${key.id}: ${key.form.source}`, key] as const))(
    '%s',
    (_, { form, kind, whole }) => {
      expect(form.source).toMatch(/^\^/);
      expect(whole?.form.source ?? form.source).toContain(form.source);
      expect(kind).not.toBe('');
    },
  );
});
