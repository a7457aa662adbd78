import { describe, expect, test } from 'vitest';
import { schemeById, schemes } from '../../shared/schemes/index.ts';
import { emptyDraft, type DraftAuth } from '../../shared/workspace/draft.ts';
import type { Profile } from '../../shared/workspace/profile.ts';
import {
  authOptionOf,
  authOptions,
  chooseAuth,
  schemeOptions,
  schemeSummary,
  schemeUses,
} from './auth-choice.ts';
import { formRows, hasTypedSecret, openSettings, secretSetting, textSetting } from './form-settings.ts';

const named = (id: string) => {
  const scheme = schemeById(id);
  if (scheme === undefined) throw new Error(`no scheme ${id}`);
  return scheme;
};

test.each(schemes().map((scheme) => [scheme.id, scheme] as const))(
  '%s: every group has one heading',
  (_, scheme) => {
    const headings = formRows(scheme, {}).flatMap(({ heading }) => heading ?? []);
    expect(new Set(headings).size).toBe(headings.length);
    expect(formRows(scheme, {}).length).toBeGreaterThan(0);
  },
);

test('fields follow what is chosen', () => {
  const names = (grant: string) => formRows(named('oauth2'), { grant }).map(({ field }) => field.name);
  expect(names('authorization-code')).toContain('redirectUri');
  expect(names('client-credentials')).not.toContain('redirectUri');
});

test('what is missing is what the scheme begins with, and stored secrets stay closed', () => {
  const basic = named('basic');
  expect(openSettings(basic, { username: 'ada', password: { ref: 'v1' } })).toEqual({
    ...basic.initial,
    username: 'ada',
    password: '',
  });
  expect(textSetting(basic, {}, 'charset')).toBe('utf-8');
});

test.each([
  ['nothing', {}, { plain: '' }, false],
  ['typed', { password: { plain: 'x' } }, { plain: 'x' }, true],
  ['typed and emptied', { password: { plain: '' } }, { plain: '' }, false],
  ['stored', { password: { ref: 'v1' } }, { ref: 'v1' }, false],
  ['read as a text from a file', { password: 'x' }, { plain: 'x' }, false],
])('a secret: %s', (_, settings, expected, typed) => {
  expect(secretSetting(settings, 'password')).toEqual(expected);
  expect(hasTypedSecret(settings)).toBe(typed);
});

describe('the one choice', () => {
  const profile: Profile = {
    id: 'p:1',
    name: 'Acme',
    scheme: 'basic',
    settings: { username: 'ada' },
    trustedOrigins: [],
    renew: true,
  };
  const own: DraftAuth = { kind: 'own', scheme: 'bearer', settings: { token: { plain: 'x' } } };

  test('offers nothing, profiles and schemes', () => {
    const ids = authOptions([profile], new Map()).map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(['inherit', 'none', 'profile:p:1']);
    expect(ids.length).toBe(3 + schemes().length);
  });

  test('of the workspace inherits from nobody', () => {
    const ids = authOptions([], new Map(), 'workspace').map(({ id }) => id);
    expect(ids).toEqual(['none', ...schemes().map(({ id }) => `own:${id}`)]);
  });

  test('begins with the schemes that the workspace uses most', () => {
    const requests = [emptyDraft('r1'), { ...emptyDraft('r2'), auth: own }];
    const last = schemes().at(-1)?.id ?? '';
    const uses = schemeUses({
      profiles: [profile, { ...profile, id: 'p:2' }, { ...profile, id: 'p:3', scheme: last }],
      requests,
      folders: [],
    });
    expect([uses.get('basic'), uses.get('bearer'), uses.get(last)]).toEqual([2, 1, 1]);
    expect(schemeOptions(uses).map(({ id }) => id)[0]).toBe('basic');
    expect(new Set(schemeOptions(uses).map(({ id }) => id))).toEqual(new Set(schemes().map(({ id }) => id)));
    expect(schemeOptions(new Map()).map(({ id }) => id)).toEqual(schemes().map(({ id }) => id));
  });

  test.each([
    ['what is above', 'inherit', { kind: 'inherit' }],
    ['nothing', 'none', { kind: 'none' }],
    ['a profile, whatever is in its id', 'profile:p:1', { kind: 'profile', profileId: 'p:1' }],
    ['another scheme begins empty', 'own:basic', { kind: 'own', scheme: 'basic', settings: {} }],
    ['what is chosen already keeps its settings', 'own:bearer', own],
  ] as const)('%s', (_, option, expected) => {
    const chosen = chooseAuth(option, own);
    expect(chosen).toEqual(expected);
    expect(authOptionOf(chosen)).toBe(option);
  });

  test('a scheme of a newer version is named, not guessed', () => {
    expect(schemeSummary('basic', profile.settings)).toBe('Basic, ada');
    expect(schemeSummary('quantum', {})).toBe('quantum (unknown)');
  });
});
