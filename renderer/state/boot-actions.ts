import type { HostEvent } from '../../shared/ipc/contract.ts';
import type { Context } from './context.ts';
import { experimentArrived } from './experiments.ts';
import { historyGrew } from './history.ts';
import { searchAgain } from './history-actions.ts';
import { withBoot } from './initial.ts';
import { showFirstRun, workspaceChanged } from './requests.ts';
import { bytesMoved, exchangeArrived, loginWanted } from './sending.ts';
import type { Actions, WindowState } from './state.ts';

/** What an event of the host makes of the state. Menu commands are not state: app.tsx runs them. */
export const eventArrived = (state: WindowState, event: HostEvent): WindowState => {
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
    case 'menu':
      return state;
  }
};

export const bootActions = (context: Context): Pick<Actions, 'boot' | 'openWorkspace'> => {
  let stop: (() => void) | undefined;
  return {
    async boot() {
      stop?.();
      stop = context.host().listen((event) => {
        context.update((state) => eventArrived(state, event));
        if (event.event === 'history' && context.get().historySearch.trim() !== '') void searchAgain(context);
      });
      const reply = await context.host().call('boot', null);
      context.update((state) =>
        reply.ok ? withBoot(state, reply.value) : { ...state, phase: { kind: 'failed', error: reply.error } },
      );
    },
    async openWorkspace(folder) {
      const reply = await context.host().call('openWorkspace', { folder });
      if (!reply.ok) return reply.error.message;
      context.update((state) => withBoot({ ...showFirstRun(state), open: {}, deleting: [] }, reply.value));
      return undefined;
    },
  };
};
