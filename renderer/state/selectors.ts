import type { Finding } from '../../shared/diagnosis/diagnosis.ts';
import { effectiveAuth } from '../../shared/workspace/effective-auth.ts';
import type { Environment, Profile, TokenState } from '../../shared/workspace/profile.ts';
import { workspaceScope, type VariableScope } from '../../shared/workspace/variable-places.ts';
import type { AttemptRecord, OpenRequest, WindowState } from './state.ts';

/** Derived facts. Each returns something that is already in the state, so that it can be used as a selector. */

export const currentRequest = (state: WindowState): OpenRequest | undefined =>
  state.current === undefined ? undefined : state.open[state.current];

export const recordById = (request: OpenRequest | undefined, id: string): AttemptRecord | undefined =>
  request?.attempts.find((record) => record.attempt.id === id);

/** The attempt that the lower pane and the diagnosis speak of; of two that are compared, the later one. */
export const shownRecord = (state: WindowState): AttemptRecord | undefined => {
  const request = currentRequest(state);
  switch (request?.shown.kind) {
    case 'attempt':
      return recordById(request, request.shown.id);
    case 'compare':
      return recordById(request, request.shown.right);
    case 'nothing':
    case undefined:
      return undefined;
  }
};

export const firstFinding = (state: WindowState): Finding | undefined =>
  shownRecord(state)?.diagnosis.findings[0];

export const profileById = (state: WindowState, id: string): Profile | undefined =>
  state.workspace.profiles.find((profile) => profile.id === id);

/** The profile that the current request is sent with, its own or one that it inherits. */
export const currentProfile = (state: WindowState): Profile | undefined => {
  const draft = currentRequest(state)?.draft;
  const auth = draft && effectiveAuth(draft, state.workspace.folders).auth;
  return auth?.kind === 'profile' ? profileById(state, auth.profileId) : undefined;
};

/** Id of the scheme that the current request is sent with, its own or one that it inherits. */
export const currentSchemeId = (state: WindowState): string | undefined => {
  const draft = currentRequest(state)?.draft;
  const auth = draft && effectiveAuth(draft, state.workspace.folders).auth;
  return auth?.kind === 'own' ? auth.scheme : currentProfile(state)?.scheme;
};

/** The profile's token in the environment that is chosen. */
export const tokenOf = (state: WindowState, profileId: string): TokenState | undefined =>
  state.tokens.find((token) => token.profileId === profileId && token.environmentId === state.environmentId);

export const currentEnvironment = (state: WindowState): Environment | undefined =>
  state.workspace.environments.find((environment) => environment.id === state.environmentId);

/** Whose variables count now: those of the request in hand, or of the workspace where there is none. */
export const currentScope = (state: WindowState): VariableScope =>
  currentRequest(state)?.draft ?? workspaceScope;

/** Whether there is something that saving would keep. */
export const isEdited = ({ draft, saved }: Pick<OpenRequest, 'draft' | 'saved'>): boolean => draft !== saved;

/** Whether the shown refusal offers something that the app can do: then that is the one filled button, not Send. */
export const remedyIsOffered = (state: WindowState): boolean => {
  const record = shownRecord(state);
  if (!state.view.diagnosisOpen || record === undefined || !record.diagnosis.failed) return false;
  return record.diagnosis.findings.some((finding) => finding.remedies.some((offer) => offer.id !== 'report'));
};

/** Number of saved requests that use the profile, those that inherit it included. */
export const usesOfProfile = ({ workspace }: WindowState, profileId: string): number =>
  workspace.requests.filter((draft) => {
    const { auth } = effectiveAuth(draft, workspace.folders);
    return auth.kind === 'profile' && auth.profileId === profileId;
  }).length;
