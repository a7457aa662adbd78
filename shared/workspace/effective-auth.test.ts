import { describe, expect, test } from 'vitest';
import type { DraftAuth } from './draft.ts';
import { effectiveAuth, effectiveAuthWords } from './effective-auth.ts';
import type { Folder } from './folder.ts';

const inherit: DraftAuth = { kind: 'inherit' };
const none: DraftAuth = { kind: 'none' };
const profile = (profileId: string): DraftAuth => ({ kind: 'profile', profileId });
const own: DraftAuth = { kind: 'own', scheme: 'basic', settings: {} };
const at = (path: string, auth: DraftAuth): Folder => ({ path: path === '' ? [] : path.split('/'), auth });

type Row = readonly [
  about: string,
  auth: DraftAuth,
  folder: string,
  folders: readonly Folder[],
  effective: DraftAuth,
  words: string,
];

const rows: readonly Row[] = [
  ['nothing anywhere', inherit, '', [], none, 'none; neither a folder nor the workspace has one'],
  [
    'nothing above, something beside',
    inherit,
    'Billing',
    [at('Account', profile('acme')), at('Billing/EU', profile('acme'))],
    none,
    'none; neither a folder nor the workspace has one',
  ],
  [
    'its own profile',
    profile('acme'),
    'Billing',
    [at('Billing', own)],
    profile('acme'),
    'acme, from this request',
  ],
  ['its own scheme', own, '', [at('', profile('acme'))], own, 'basic, from this request'],
  ['none, on purpose', none, '', [at('', profile('acme'))], none, 'none, switched off in this request'],
  [
    'its folder',
    inherit,
    'Billing',
    [at('Billing', profile('acme'))],
    profile('acme'),
    'acme, from folder Billing',
  ],
  ['the workspace', inherit, 'Billing', [at('', own)], own, 'basic, from the workspace'],
  [
    'the nearest of several',
    inherit,
    'Billing/EU',
    [at('', own), at('Billing', profile('acme')), at('Billing/EU', profile('eu'))],
    profile('eu'),
    'eu, from folder Billing / EU',
  ],
  [
    'past a folder that inherits',
    inherit,
    'Billing/EU',
    [at('Billing/EU', inherit), at('Billing', profile('acme'))],
    profile('acme'),
    'acme, from folder Billing',
  ],
  [
    'a folder that switches it off',
    inherit,
    'Billing/EU',
    [at('', own), at('Billing', none)],
    none,
    'none, switched off in folder Billing',
  ],
  [
    'a folder whose name holds a slash is no path',
    inherit,
    'A/B',
    [{ path: ['A/B'], auth: own }],
    none,
    'none; neither a folder nor the workspace has one',
  ],
];

describe('effectiveAuth', () => {
  test.each(rows)('%s', (_, auth, folder, folders, effective, words) => {
    const found = effectiveAuth({ auth, folder: folder === '' ? [] : folder.split('/') }, folders);
    expect(found.auth).toEqual(effective);
    const named = (one: DraftAuth): string =>
      one.kind === 'profile' ? one.profileId : one.kind === 'own' ? one.scheme : '';
    expect(effectiveAuthWords(found, named)).toBe(`Effective auth: ${words}`);
  });
});
