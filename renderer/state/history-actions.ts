import type { HistoryEntry } from '../../shared/ipc/replies.ts';
import { ask, notify, type Context } from './context.ts';
import { deletion, type Deletions } from './deleting.ts';
import { experimentsReopened } from './experiments.ts';
import {
  attemptInHand,
  draftOfAttempt,
  historyCleared,
  historyLimit,
  historyPinned,
  historyShrank,
} from './history.ts';
import * as requests from './requests.ts';
import { recordById, shownRecord } from './selectors.ts';
import { attemptEnded, attemptKept, compare, recordOf } from './sending.ts';
import type { WindowState } from './state.ts';

export interface HistoryActions {
  searchHistory(search: string): Promise<void>;
  /** The latest attempts that a search finds; the list of the window stays as it is. */
  findHistory(search: string): Promise<readonly HistoryEntry[]>;
  openHistory(id: string): Promise<void>;
  /** Pins without secrets; those that were kept go. */
  pinHistory(id: string, pinned: boolean): Promise<void>;
  /** Pins an attempt that is still in hand as it was: the person agreed to that. */
  pinWithSecrets(id: string): Promise<void>;
  /** Sets an attempt of the history beside the one that is shown. */
  compareHistory(id: string): Promise<void>;
  /** One can be had back for a while; without an id all of it goes. */
  deleteHistory(id?: string): Promise<void>;
}

const foundAtOnce = 12;

/** What waits to be deleted is known to the engine, and to nobody else any more. */
const withoutDeleted = (
  { deleting, clearedUntilMs }: Pick<WindowState, 'deleting' | 'clearedUntilMs'>,
  entries: readonly HistoryEntry[],
): readonly HistoryEntry[] =>
  entries.filter(({ id, atMs }) => !deleting.includes(id) && atMs > (clearedUntilMs ?? -Infinity));

/** Asks for what the window's search finds now. */
export const searchAgain = async (context: Context): Promise<void> => {
  const { historySearch } = context.get();
  const reply = await ask(context, 'history', { search: historySearch.trim(), limit: historyLimit });
  // An answer to an older search must not replace a newer one.
  if (reply !== undefined && context.get().historySearch === historySearch) {
    context.update((state) => ({
      ...state,
      history: withoutDeleted(state, reply.value),
    }));
  }
};

/** What is sent from now on stays, also while the rest can still be had back. */
const clear = (context: Context, deletions: Deletions): void => {
  const untilMs = context.nowMs();
  const undo = deletions.begin({
    id: `history until ${untilMs}`,
    hide: (state) => historyCleared(state, untilMs),
    show: (state) => historyCleared(state, undefined),
    finish: async () => {
      await ask(context, 'clearHistory', { untilMs });
      context.update((state) => historyCleared(state, undefined));
    },
  });
  const undone = (): void => {
    undo();
    void searchAgain(context);
  };
  notify(context, deletion('the whole history', undone));
};

export const historyActions = (context: Context, deletions: Deletions): HistoryActions => ({
  async searchHistory(historySearch) {
    context.update((state) => ({ ...state, historySearch }));
    await searchAgain(context);
  },

  async findHistory(search) {
    const reply = await context.host().call('history', { search: search.slice(0, 500), limit: foundAtOnce });
    return reply.ok ? withoutDeleted(context.get(), reply.value) : [];
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
    const { attempt, draft, experiments } = reply.value;
    const opened = draft === undefined ? draftOfAttempt(attempt, openId) : { ...draft, id: openId };
    const record = recordOf(attempt, context.diagnose, { draft: undefined, remedy: undefined });
    context.update((state) => {
      // A tab that was remembered over a restart has no attempts, but perhaps edits.
      const isOpen = state.open[openId] !== undefined;
      const shown = isOpen ? requests.openSaved(state, openId) : requests.openUnsaved(state, opened);
      return experimentsReopened(attemptEnded(shown, openId, record), openId, experiments);
    });
  },

  async pinHistory(id, pinned) {
    const reply = await ask(context, 'pinHistory', { id, pinned });
    if (reply === undefined) return;
    context.update((state) => historyPinned(state, id, { pinned, withSecrets: false }));
  },

  async pinWithSecrets(id) {
    const attempt = attemptInHand(context.get(), id);
    if (attempt === undefined) return;
    const reply = await ask(context, 'pinHistory', { id, pinned: true, attempt });
    if (reply === undefined) return;
    context.update((state) => historyPinned(state, id, { pinned: true, withSecrets: true }));
  },

  async compareHistory(id) {
    const shown = shownRecord(context.get());
    const { current } = context.get();
    if (shown === undefined || current === undefined || shown.attempt.id === id) return;
    if (recordById(context.get().open[current], id) === undefined) {
      const reply = await ask(context, 'historyAttempt', { id });
      if (reply === undefined) return;
      const record = recordOf(reply.value.attempt, context.diagnose, { draft: undefined, remedy: undefined });
      context.update((state) => attemptKept(state, current, record));
    }
    context.update((state) => compare(state, id, shown.attempt.id));
  },

  async deleteHistory(id) {
    if (id === undefined) {
      clear(context, deletions);
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
