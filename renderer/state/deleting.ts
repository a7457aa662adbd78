import type { Context } from './context.ts';
import type { Notice, WindowState } from './state.ts';

/** How long a deletion can be undone. */
export const undoMs = 8_000;

interface Deletion {
  readonly id: string;
  /** Ids of what goes with it, as the requests of a folder do. */
  readonly inside?: readonly string[];
  hide(state: WindowState): WindowState;
  show(state: WindowState): WindowState;
  /** Tells the engine; only now is anything lost. */
  finish(): Promise<void>;
}

/**
 * Deletions that wait for a second thought. What is deleted disappears at once and stays with the engine, secrets
 * included, until the time is over: so undoing needs no secret to come back.
 */
export interface Deletions {
  /** Returns the function that undoes it; it does nothing once the time is over. */
  begin(deletion: Deletion): () => void;
  /** Carries out what waits: the window is closing. */
  flush(): void;
}

export const createDeletions = (context: Context): Deletions => {
  const waiting = new Map<string, { readonly deletion: Deletion; readonly callOff: () => void }>();
  const idsOf = ({ id, inside = [] }: Deletion): readonly string[] => [id, ...inside];
  const without = (state: WindowState, deletion: Deletion): WindowState => {
    const ids = new Set(idsOf(deletion));
    return { ...state, deleting: state.deleting.filter((other) => !ids.has(other)) };
  };

  const finish = (deletion: Deletion): void => {
    waiting.delete(deletion.id);
    void deletion.finish().then(() => {
      context.update((state) => without(state, deletion));
    });
  };

  return {
    begin(deletion) {
      context.update((state) =>
        deletion.hide({ ...state, deleting: [...state.deleting, ...idsOf(deletion)] }),
      );
      const callOff = context.later(undoMs, () => {
        finish(deletion);
      });
      waiting.set(deletion.id, { deletion, callOff });
      return () => {
        if (waiting.get(deletion.id)?.deletion !== deletion) return;
        callOff();
        waiting.delete(deletion.id);
        context.update((state) => deletion.show(without(state, deletion)));
      };
    },
    flush() {
      for (const { deletion, callOff } of waiting.values()) {
        callOff();
        finish(deletion);
      }
    },
  };
};

export const deletion = (name: string, undo: () => void): Omit<Notice, 'id'> => ({
  tone: 'neutral',
  text: `Deleted ${name === '' ? 'the request' : `“${name}”`}.`,
  action: { label: 'Undo', run: undo },
});
