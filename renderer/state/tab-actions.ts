import { notify, type Context } from './context.ts';
import type { OpenRequest } from './state.ts';
import * as tabs from './tabs.ts';

export interface TabActions {
  /** Closes tabs. What was typed in them stays with them until it is forgotten among newer ones. */
  closeRequests(ids: readonly string[]): void;
  closeOthers(id: string): void;
  /** Opens the tab that was closed last, with what was typed in it. */
  reopenClosed(): void;
  /** Puts a tab at another place, counted from the left among the others. */
  moveTab(id: string, to: number): void;
  /** Shows the tab so many places to the right, round the end. */
  showNeighbour(step: number): void;
  /** Goes back to the request as it is saved; can be undone. */
  discardEdits(id: string): void;
}

const named = ({ draft }: OpenRequest): string => (draft.name === '' ? 'the request' : `“${draft.name}”`);

/** What was lost sight of, in one sentence; nothing where all of it is saved. */
const closedWords = (lost: readonly OpenRequest[]): string | undefined => {
  const [first] = lost;
  if (first === undefined) return undefined;
  if (lost.length > 1) return `Closed ${lost.length} requests that are not saved.`;
  return first.saved === undefined
    ? `Closed ${named(first)} without saving it.`
    : `Closed ${named(first)} with edits that are not saved.`;
};

export const tabActions = (context: Context): TabActions => {
  const close = (ids: readonly string[]): void => {
    const { open } = context.get();
    const lost = ids.flatMap((id) => open[id] ?? []).filter(tabs.holdsWork);
    context.update((state) => tabs.closeTabs(state, ids));
    const text = closedWords(lost);
    if (text === undefined) return;
    const run = (): void => {
      for (const { draft } of lost) context.update((state) => tabs.reopenTab(state, draft.id));
    };
    notify(context, { tone: 'neutral', text, action: { label: 'Reopen', run } });
  };

  return {
    closeRequests: close,
    closeOthers(id) {
      close(context.get().tabs.filter((other) => other !== id));
      context.update((state) => tabs.showTab(state, id));
    },
    reopenClosed() {
      context.update((state) => tabs.reopenTab(state));
    },
    moveTab(id, to) {
      context.update((state) => tabs.moveTab(state, id, to));
    },
    showNeighbour(step) {
      const id = tabs.neighbourOf(context.get(), step);
      if (id !== undefined) context.update((state) => tabs.showTab(state, id));
    },
    discardEdits(id) {
      const before = context.get().open[id];
      if (before?.saved === undefined || before.draft === before.saved) return;
      const { draft } = before;
      context.update((state) => tabs.discardEdits(state, id));
      notify(context, {
        tone: 'neutral',
        text: `Dropped the edits of ${named(before)}.`,
        action: {
          label: 'Undo',
          run: () => {
            context.update((state) => {
              const now = state.open[id];
              return now === undefined ? state : tabs.withTab(state, { ...now, draft });
            });
          },
        },
      });
    },
  };
};
