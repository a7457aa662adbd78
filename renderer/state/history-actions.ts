import { ask, type Context } from './context.ts';
import { draftOfAttempt, historyLimit, historyShrank } from './history.ts';
import * as requests from './requests.ts';
import { attemptEnded, recordOf } from './sending.ts';
import type { Actions } from './state.ts';

type HistoryActions = Pick<Actions, 'searchHistory' | 'openHistory' | 'deleteHistory'>;

/** Asks for what the window's search finds now. */
export const searchAgain = async (context: Context): Promise<void> => {
  const { historySearch } = context.get();
  const reply = await ask(context, 'history', { search: historySearch.trim(), limit: historyLimit });
  // An answer to an older search must not replace a newer one.
  if (reply !== undefined && context.get().historySearch === historySearch) {
    context.update((state) => ({ ...state, history: reply.value }));
  }
};

export const historyActions = (context: Context): HistoryActions => ({
  async searchHistory(historySearch) {
    context.update((state) => ({ ...state, historySearch }));
    await searchAgain(context);
  },

  /** Opens beside what is being edited, never over it: a request of its own that can be sent again. */
  async openHistory(id) {
    const openId = `history-${id}`;
    if (context.get().open[openId] !== undefined) {
      context.update((state) => requests.openSaved(state, openId));
      return;
    }
    const reply = await ask(context, 'historyAttempt', { id });
    if (reply === undefined) return;
    const { attempt, draft } = reply.value;
    const opened = draft === undefined ? draftOfAttempt(attempt, openId) : { ...draft, id: openId };
    const record = recordOf(attempt, context.diagnose, { draft: undefined, remedy: undefined });
    context.update((state) => attemptEnded(requests.openUnsaved(state, opened), openId, record));
  },

  async deleteHistory(id) {
    const reply = await ask(context, 'deleteHistory', id === undefined ? {} : { id });
    if (reply !== undefined) context.update((state) => historyShrank(state, id));
  },
});
