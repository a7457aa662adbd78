import { describe, expect, it } from 'vitest';
import { acmeWorkspace } from '../host-fake.test-support.ts';
import { emptyDraft, newDraft } from '../../shared/workspace/draft.ts';
import { initialState, openedRequest } from './initial.ts';
import { folderSaved } from './profiles.ts';
import { currentProfile, usesOfProfile } from './selectors.ts';
import type { WindowState } from './state.ts';

const inherits = { ...newDraft('r'), folder: ['Billing'] };
const state: WindowState = {
  ...initialState,
  workspace: { ...acmeWorkspace, requests: [inherits, { ...emptyDraft('n'), folder: ['Billing'] }] },
  open: { r: openedRequest(inherits, inherits) },
  current: 'r',
};
const billing = { path: ['Billing'], auth: { kind: 'profile' as const, profileId: 'acme-prod' } };

describe('the auth of a folder', () => {
  it('is that of the requests in it that inherit, and counts as a use of the profile', () => {
    expect([currentProfile(state), usesOfProfile(state, 'acme-prod')]).toEqual([undefined, 0]);
    const next = folderSaved(state, billing);
    expect(currentProfile(next)?.name).toBe('Acme prod');
    expect(usesOfProfile(next, 'acme-prod')).toBe(1);
  });

  it('replaces the one before, and is forgotten where it only inherits', () => {
    const next = folderSaved(folderSaved(state, billing), { ...billing, auth: { kind: 'none' } });
    expect(next.workspace.folders).toEqual([{ ...billing, auth: { kind: 'none' } }]);
    const again = folderSaved(next, { ...billing, auth: { kind: 'inherit' } });
    expect(again.workspace.folders).toEqual([]);
  });
});
