import type { Reply } from '../../shared/ipc/contract.ts';
import type { HostEvent } from '../../shared/ipc/events.ts';
import type { Boot } from '../../shared/ipc/replies.ts';
import { ownShortcutsIn } from '../../shared/shortcuts/own-shortcuts.ts';
import type { Context } from './context.ts';
import { experimentArrived, experimentStepped } from './experiments.ts';
import { historyGrew } from './history.ts';
import { searchAgain } from './history-actions.ts';
import { withBoot } from './initial.ts';
import { workspaceChanged } from './requests.ts';
import { bytesMoved, exchangeArrived, loginWanted } from './sending.ts';
import type { WindowState } from './state.ts';
import type { TabKeeping } from './tab-keeping.ts';
import { withKeptTabs } from './tabs.ts';

/** What an event of the host makes of the state. Menu commands are not state: app.tsx runs them. */
const eventArrived = (state: WindowState, event: HostEvent): WindowState => {
  switch (event.event) {
    case 'exchange':
      return exchangeArrived(state, event.sendId, event.exchange);
    case 'progress':
      return bytesMoved(state, event.sendId, {
        direction: event.direction,
        bytes: event.bytes,
        total: event.total,
      });
    case 'login':
      return loginWanted(state, event.sendId, event);
    case 'login-done':
      return loginWanted(state, event.sendId, undefined);
    case 'experiment-step':
      return experimentStepped(state, event);
    case 'experiment':
      return experimentArrived(state, event.sendId, event.result);
    case 'tokens':
      return { ...state, tokens: event.tokens };
    case 'history':
      return historyGrew(state, event.entry);
    case 'workspace':
      return workspaceChanged(state, event.workspace);
    case 'cookies':
      return { ...state, jarChanges: state.jarChanges + 1 };
    case 'preferences':
      return { ...state, shortcuts: ownShortcutsIn(event.preferences) };
    case 'menu':
      return state;
  }
};

/** What the host knows, with the tabs that were open when this workspace was used last. */
const begun = (state: WindowState, boot: Boot): WindowState => withKeptTabs(withBoot(state, boot), boot.tabs);

export interface BootActions {
  boot(): Promise<void>;
  /** Opens or creates the workspace in this folder; what was open is closed. Resolves to a sentence where it failed. */
  openWorkspace(folder: string): Promise<string | undefined>;
}

export const bootActions = (context: Context, keeping: TabKeeping): BootActions => {
  let stop: (() => void) | undefined;
  let isOpening = false;
  /** What arrives while the host is asked how all stands: its answer may be older. */
  let held: HostEvent[] | undefined;

  const arrive = (event: HostEvent): void => {
    if (held !== undefined) {
      held.push(event);
      return;
    }
    if (isElsewhere(event)) {
      if (!isOpening) void follow();
      return;
    }
    context.update((state) => eventArrived(state, event));
    if (event.event === 'history' && context.get().historySearch.trim() !== '') void searchAgain(context);
  };

  const begin = (boot: Boot): void => {
    context.update((state) => begun({ ...state, deleting: [] }, boot));
    keeping.begin(boot.tabs);
  };

  const beginAnew = async (): Promise<Reply<Boot>> => {
    const early = (held ??= []);
    const reply = await context.host().call('boot', null);
    held = undefined;
    if (reply.ok) begin(reply.value);
    for (const event of early.splice(0)) arrive(event);
    return reply;
  };

  /** Another window opened another workspace: this one follows it there. */
  const follow = async (): Promise<void> => {
    await keeping.flush();
    await beginAnew();
  };

  const isElsewhere = (event: HostEvent): boolean =>
    event.event === 'workspace' &&
    context.get().phase.kind === 'ready' &&
    event.workspace.folder !== context.get().workspace.folder;

  return {
    async boot() {
      stop?.();
      stop = context.host().listen(arrive);
      const reply = await beginAnew();
      if (!reply.ok) context.update((state) => ({ ...state, phase: { kind: 'failed', error: reply.error } }));
    },
    async openWorkspace(folder) {
      // What was typed belongs to the workspace that is left.
      await keeping.flush();
      isOpening = true;
      const reply = await context.host().call('openWorkspace', { folder });
      isOpening = false;
      if (!reply.ok) return reply.error.message;
      begin(reply.value);
      return undefined;
    },
  };
};
