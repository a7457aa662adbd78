import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { diagnose } from '../../shared/diagnosis/diagnose.ts';
import { masked } from '../../shared/diagnosis/masked.ts';
import { host } from '../host.ts';
import { createActions } from './actions.ts';
import type { Context } from './context.ts';
import { createDeletions } from './deleting.ts';
import { initialState } from './initial.ts';
import type { Actions } from './actions.ts';
import type { WindowState } from './state.ts';
import { createTabKeeping } from './tab-keeping.ts';
import { lessonsWatcher, preferencesWatcher, previewWatcher } from './watchers.ts';

/** The window's store. Views read it through `useWindow` and change it through `actions`, by no other way. */
export const windowStore = createStore<WindowState>(() => initialState);

const context: Context = {
  get: windowStore.getState,
  update: (change) => {
    windowStore.setState(change, true);
  },
  host,
  nowMs: () => Date.now(),
  newId: () => crypto.randomUUID(),
  diagnose: (attempt) => masked(attempt, diagnose(attempt)),
  later: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};

const deletions = createDeletions(context);

const keeping = createTabKeeping(context);

export const actions: Actions = createActions(context, deletions, keeping);

windowStore.subscribe(previewWatcher(context));
windowStore.subscribe(preferencesWatcher(context));
windowStore.subscribe(keeping.watch);
windowStore.subscribe(lessonsWatcher(context));

/** The window is closing: what waits to be deleted is deleted, what was typed last is kept. */
export const leaveWindow = (): void => {
  void keeping.flush();
  deletions.flush();
};

/** Selectors return what is in the state already; what they build anew belongs into `useMemo`. */
export const useWindow = <T>(selector: (state: WindowState) => T): T => useStore(windowStore, selector);

export {
  currentEnvironment,
  currentProfile,
  currentRequest,
  currentSchemeId,
  firstFinding,
  isEdited,
  profileById,
  recordById,
  remedyIsOffered,
  shownRecord,
  tokenOf,
  usesOfProfile,
} from './selectors.ts';
export { tabLabels, tabOfPlace } from './evidence-tab.ts';
