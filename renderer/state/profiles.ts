import { folderKey, isSilentFolder, type Folder } from '../../shared/workspace/folder.ts';
import type { HostRule } from '../../shared/workspace/host-rule.ts';
import type { Environment, Profile } from '../../shared/workspace/profile.ts';
import { editCurrent, setRequestTab } from './requests.ts';
import type { WindowState } from './state.ts';

/** Replaces the item of the same id in its place, or appends it. */
const put = <T extends { readonly id: string }>(list: readonly T[], item: T): readonly T[] =>
  list.some((other) => other.id === item.id)
    ? list.map((other) => (other.id === item.id ? item : other))
    : [...list, item];

export const profileSaved = (state: WindowState, profile: Profile): WindowState => ({
  ...state,
  workspace: { ...state.workspace, profiles: put(state.workspace.profiles, profile) },
});

/** One that has nothing to say is not kept. */
export const folderSaved = (state: WindowState, folder: Folder): WindowState => {
  const others = state.workspace.folders.filter(({ path }) => folderKey(path) !== folderKey(folder.path));
  const folders = isSilentFolder(folder) ? others : [...others, folder];
  return { ...state, workspace: { ...state.workspace, folders } };
};

export const environmentSaved = (state: WindowState, environment: Environment): WindowState => ({
  ...state,
  environmentId: state.environmentId === '' ? environment.id : state.environmentId,
  workspace: { ...state.workspace, environments: put(state.workspace.environments, environment) },
});

export const hostRuleSaved = (state: WindowState, rule: HostRule): WindowState => ({
  ...state,
  workspace: { ...state.workspace, hostRules: put(state.workspace.hostRules, rule) },
});

export const profileUsed = (state: WindowState, profileId: string): WindowState =>
  setRequestTab(
    editCurrent(state, (draft) => ({ ...draft, auth: { kind: 'profile', profileId } })),
    'auth',
  );

/** "Acme", "Acme 2", "Acme 3": the first that is free. */
export const freeName = (wanted: string, taken: readonly string[]): string => {
  if (!taken.includes(wanted)) return wanted;
  let number = 2;
  while (taken.includes(`${wanted} ${number}`)) number += 1;
  return `${wanted} ${number}`;
};
