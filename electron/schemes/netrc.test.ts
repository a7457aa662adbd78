import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { firstRequestOf, createSchemeHost, createSchemeMemories } from './scheme-host.ts';
import { schemeById } from '../../shared/schemes/index.ts';
import { FlowStopped, type OpenSettings } from '../../shared/schemes/scheme.ts';
import { valueOf } from '../../shared/exchange/fields.ts';
import { readNetrc } from './netrc.ts';

let home = '';
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'why401-netrc-'));
  writeFileSync(
    join(home, '.netrc'),
    'machine api.example.com login alice password wonderland\nmachine api.example.com login bob password builder\n',
  );
  writeFileSync(join(home, 'other'), 'default login carol password other');
  vi.stubEnv('HOME', home);
  vi.stubEnv('USERPROFILE', home);
  vi.stubEnv('NETRC', undefined);
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

describe('the file that is read', () => {
  test('is .netrc in the home folder', async () => {
    expect(await readNetrc('api.example.com', undefined, undefined)).toEqual({
      login: 'alice',
      password: 'wonderland',
    });
  });
  test('is the one that NETRC names', async () => {
    vi.stubEnv('NETRC', join(home, 'other'));
    expect(await readNetrc('api.example.com', undefined, undefined)).toMatchObject({ login: 'carol' });
    vi.stubEnv('NETRC', undefined);
  });
  test('is the one that is named, ~ being the home folder', async () => {
    expect(await readNetrc('api.example.com', undefined, '~/other')).toMatchObject({ login: 'carol' });
  });
  test('knows no login', async () => {
    expect(await readNetrc('other.example.com', undefined, undefined)).toBeUndefined();
    expect(await readNetrc('api.example.com', 'mallory', undefined)).toBeUndefined();
  });
  test('is not there', async () => {
    const path = join(home, 'nowhere');
    await expect(readNetrc('a', undefined, path)).rejects.toThrow(FlowStopped);
    await expect(readNetrc('a', undefined, path)).rejects.toMatchObject({
      code: 'netrc-unreadable',
      message: `The netrc file ${path} is not there. Name another in Auth.`,
    });
  });
  test('is a folder', async () => {
    await expect(readNetrc('a', undefined, home)).rejects.toMatchObject({ code: 'netrc-unreadable' });
  });
});

const authorization = async (given: OpenSettings, url: string): Promise<string | undefined> => {
  const scheme = schemeById('basic');
  if (scheme === undefined) throw new Error('no Basic');
  const request = { method: 'GET', url, fields: [], body: { kind: 'none' as const } };
  const host = createSchemeHost(() => 0, createSchemeMemories()('test'));
  const flow = scheme.flow(request, scheme.settings.parse(given), host.env);
  const sent = await firstRequestOf(flow, host, { accessToken: '', tokenType: 'bearer' });
  return valueOf(sent?.fields ?? [], 'Authorization');
};
const basic = (login: string): string => `Basic ${Buffer.from(login).toString('base64')}`;

describe('Basic from netrc', () => {
  const url = 'https://api.example.com/v1';
  test.each<[OpenSettings, string]>([
    [{ source: 'netrc' }, 'alice:wonderland'],
    [{ source: 'netrc', username: 'bob' }, 'bob:builder'],
    [{ source: 'netrc', netrcFile: ' ~/other ' }, 'carol:other'],
    [{ source: 'typed', username: 'dave', password: 'x', netrcFile: '~/other' }, 'dave:x'],
  ])('%j', async (settings, login) => {
    expect(await authorization(settings, url)).toBe(basic(login));
  });

  test('stops where the file knows no login, and sends nothing without one', async () => {
    await expect(authorization({ source: 'netrc' }, 'https://unknown.example/')).rejects.toMatchObject({
      code: 'netrc-no-login',
      message: 'The netrc file has no login for unknown.example. Add one, or choose “Typed here”.',
    });
    await expect(authorization({ source: 'netrc', username: 'eve' }, url)).rejects.toMatchObject({
      message: expect.stringContaining('no login of eve for api.example.com'),
    });
  });
});
