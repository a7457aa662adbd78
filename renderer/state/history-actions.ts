import { ask, notify, type Context } from './context.ts';
import { deletion, type Deletions } from './deleting.ts';
import { draftOfAttempt, historyLimit, historyPinned, historyShrank } from './history.ts';
import * as requests from './requests.ts';
import { attemptEnded, recordOf } from './sending.ts';
import type { Actions } from './state.ts';

type HistoryActions = Pick<Actions, 'searchHistory' | 'openHistory' | 'pinHistory' | 'deleteHistory'>;

/** Asks for what the window's search finds now. */
export const searchAgain = async (context: Context): Promise<void> => {
  const { historySearch } = context.get();
  const reply = await ask(context, 'history', { search: historySearch.trim(), limit: historyLimit });
  // An answer to an older search must not replace a newer one.
  if (reply !== undefined && context.get().historySearch === historySearch) {
    context.update((state) => ({
      ...state,
      history: reply.value.filter(({ id }) => !state.deleting.includes(id)),
    }));
  }
};

export const historyActions = (context: Context, deletions: Deletions): HistoryActions => ({
  async searchHistory(historySearch) {
    context.update((state) => ({ ...state, historySearch }));
    await searchAgain(context);
  },

  /** Opens beside what is being edited, never over it: a request of its own that can be sent again. */
  async openHistory(id) {
    const openId = `history-${id}`;
    if ((context.get().open[openId]?.attempts.length ?? 0) > 0) {
      context.update((state) => requests.openSaved(state, openId));
      return;
    }
    const reply = await ask(context, 'historyAttempt', { id });
    if (reply === undefined) return;
    const { attempt, draft } = reply.value;
    const opened = draft === undefined ? draftOfAttempt(attempt, openId) : { ...draft, id: openId };
    const record = recordOf(attempt, context.diagnose, { draft: undefined, remedy: undefined });
    context.update((state) => {
      // A tab that was remembered over a restart has no attempts, but perhaps edits.
      const isOpen = state.open[openId] !== undefined;
      const shown = isOpen ? requests.openSaved(state, openId) : requests.openUnsaved(state, opened);
      return attemptEnded(shown, openId, record);
    });
  },

  async pinHistory(id, pinned) {
    const reply = await ask(context, 'pinHistory', { id, pinned });
    if (reply !== undefined) context.update((state) => historyPinned(state, id, pinned));
  },

  async deleteHistory(id) {
    if (id === undefined) {
      const reply = await ask(context, 'deleteHistory', {});
      if (reply !== undefined) context.update((state) => historyShrank(state, undefined));
      return;
    }
    const entry = context.get().history.find((other) => other.id === id);
    if (entry === undefined) return;
    const undo = deletions.begin({
      id,
      hide: (state) => historyShrank(state, id),
      show: (state) => state,
      finish: async () => {
        await ask(context, 'deleteHistory', { id });
      },
    });
    const undone = (): void => {
      undo();
      // Where it belongs in the list, or whether a newer search finds it at all, the engine knows.
      void searchAgain(context);
    };
    notify(context, deletion(`${entry.method} ${entry.name === '' ? entry.url : entry.name}`, undone));
  },
});
