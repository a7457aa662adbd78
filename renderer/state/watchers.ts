import { ask, type Context } from './context.ts';
import { lessonsDone, lessonsPreference } from './lessons.ts';
import { withOpen } from './requests.ts';
import { currentRequest } from './selectors.ts';
import { preferenceNames, type Preferences } from './preferences.ts';
import type { WindowState } from './state.ts';

/** What follows from a change of state by itself: the preview of the unsent request, and remembered preferences. */

export const previewDelayMs = 150;
export const preferencesDelayMs = 400;

type Watcher = (state: WindowState, before: WindowState) => void;

/** Asks anew what would be sent whenever the request, its profile, the environment, the tokens or the cookies changed. */
export const previewWatcher = (context: Context): Watcher => {
  let callOff: (() => void) | undefined;
  const look = async (): Promise<void> => {
    const { environmentId, current } = context.get();
    const draft = currentRequest(context.get())?.draft;
    if (draft === undefined || current === undefined) return;
    const reply = await context.host().call('preview', { draft, environmentId });
    // Edited meanwhile: a newer look is on its way.
    if (!reply.ok || context.get().open[current]?.draft !== draft) return;
    context.update((state) => withOpen(state, current, (request) => ({ ...request, preview: reply.value })));
  };
  return (state, before) => {
    const same =
      state.current === before.current &&
      currentRequest(state)?.draft === currentRequest(before)?.draft &&
      state.environmentId === before.environmentId &&
      state.workspace === before.workspace &&
      state.tokens === before.tokens &&
      state.jarChanges === before.jarChanges;
    if (same || state.phase.kind !== 'ready') return;
    callOff?.();
    callOff = context.later(previewDelayMs, () => {
      void look();
    });
  };
};

const preferencesOf = ({ view, environmentId, recentItems }: WindowState): Preferences => ({
  theme: view.theme,
  sidebarOpen: view.sidebarOpen,
  foldedSections: view.foldedSections,
  paneSizes: view.paneSizes,
  environmentId,
  recentItems,
});

export const preferencesWatcher = (context: Context): Watcher => {
  let callOff: (() => void) | undefined;
  return (state, before) => {
    const [now, then] = [preferencesOf(state), preferencesOf(before)];
    const same = preferenceNames.every((name) => now[name] === then[name]);
    if (same || before.phase.kind !== 'ready') return;
    callOff?.();
    callOff = context.later(preferencesDelayMs, () => {
      void ask(context, 'savePreferences', { preferences: preferencesOf(context.get()) });
    });
  };
};

/** Remembers which examples were mended. */
export const lessonsWatcher = (context: Context): Watcher => {
  return (state, before) => {
    if (state.open === before.open || state.phase.kind !== 'ready') return;
    const lessons = lessonsDone(state);
    if (lessons === state.lessons) return;
    context.update((now) => ({ ...now, lessons }));
    void ask(context, 'savePreferences', { preferences: { [lessonsPreference]: lessons } });
  };
};
