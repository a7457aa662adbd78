import type { Draft } from '../../shared/workspace/draft.ts';
import type { Boot, Workspace } from '../../shared/ipc/replies.ts';
import { retentionIn, usualRetention } from '../../shared/history/retention.ts';
import { defaultNetworkSettings, networkSettingsIn } from '../../shared/proxy/network-settings.ts';
import { lessonsIn } from './lessons.ts';
import { appSettingsIn, usualSettings } from '../../shared/settings/app-settings.ts';
import { ownShortcutsIn } from '../../shared/shortcuts/own-shortcuts.ts';
import { readPreferences, usualPaneSizes } from './preferences.ts';
import type { OpenRequest, WindowState } from './state.ts';

const noWorkspace: Workspace = {
  folder: '',
  name: '',
  requests: [],
  folders: [],
  profiles: [],
  environments: [],
  hostRules: [],
  problems: [],
};

/** Before the host has answered. */
export const initialState: WindowState = {
  phase: { kind: 'loading' },
  host: { host: 'browser', platform: '', version: '', vault: { kind: 'keychain' } },
  examples: [],
  lessons: [],
  workspace: noWorkspace,
  network: defaultNetworkSettings,
  environmentId: '',
  recentItems: [],
  tokens: [],
  jarChanges: 0,
  history: [],
  historySearch: '',
  clearedUntilMs: undefined,
  retention: usualRetention,
  settings: usualSettings,
  shortcuts: {},
  open: {},
  tabs: [],
  closed: [],
  folded: [],
  current: undefined,
  deleting: [],
  view: {
    theme: 'system',
    sidebarOpen: true,
    foldedSections: [],
    paneSizes: usualPaneSizes,
    diagnosisOpen: false,
    requestFolded: undefined,
    activeEvidence: undefined,
    scrollRequest: 0,
    paletteOpen: false,
    dialog: undefined,
    revealedUntilMs: 0,
  },
  notices: [],
  busy: [],
};

/** What the host knows, in place of what the window knew; requests that are open stay open. */
export const withBoot = (state: WindowState, boot: Boot): WindowState => {
  const preferences = readPreferences(boot.preferences);
  const environments = boot.workspace.environments;
  const chosen =
    environments.find((environment) => environment.id === preferences.environmentId) ?? environments[0];
  return {
    ...state,
    phase: { kind: 'ready' },
    host: { host: boot.host, platform: boot.platform, version: boot.version, vault: boot.vault },
    examples: boot.examples,
    lessons: lessonsIn(boot.preferences),
    workspace: boot.workspace,
    network: networkSettingsIn(boot.preferences),
    environmentId: chosen?.id ?? '',
    recentItems: preferences.recentItems,
    tokens: boot.tokens,
    history: boot.history,
    historySearch: '',
    retention: retentionIn(boot.preferences),
    settings: appSettingsIn(boot.preferences),
    shortcuts: ownShortcutsIn(boot.preferences),
    view: {
      ...state.view,
      theme: preferences.theme,
      sidebarOpen: preferences.sidebarOpen,
      foldedSections: preferences.foldedSections,
      paneSizes: preferences.paneSizes,
    },
  };
};

export const openedRequest = (draft: Draft, saved: Draft | undefined): OpenRequest => ({
  draft,
  saved,
  attempts: [],
  shown: { kind: 'nothing' },
  sending: undefined,
  preview: undefined,
  requestTab: draft.auth.kind === 'none' && draft.body.kind !== 'none' ? 'body' : 'auth',
  exchangeTab: 'body',
});
