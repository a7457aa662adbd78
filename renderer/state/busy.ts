import type { Context } from './context.ts';
import type { WindowState } from './state.ts';

/** Work that takes long enough to be waited for. */
export interface Busy {
  readonly id: string;
  /** "Reading 12 files": what goes on. */
  readonly label: string;
  /** Between 0 and 1; absent where nobody knows. */
  readonly share: number | undefined;
  cancel(): void;
}

/** What is over sooner is not shown: a flash tells nobody anything. */
export const busyAfterMs = 300;

export interface Progress {
  /** Aborted when the person has cancelled: what was begun is to be left, and what was done undone. */
  readonly signal: AbortSignal;
  reached(share: number): void;
}

const withBusy = (state: WindowState, busy: Busy): WindowState => ({
  ...state,
  busy: [...state.busy.filter(({ id }) => id !== busy.id), busy],
});

const withoutBusy = (state: WindowState, id: string): WindowState => ({
  ...state,
  busy: state.busy.filter((one) => one.id !== id),
});

/** Does the work; while it lasts, it is shown and can be cancelled. `undefined` where it was. */
export const whileBusy = async <T>(
  context: Context,
  label: string,
  work: (progress: Progress) => Promise<T>,
): Promise<T | undefined> => {
  const id = context.newId();
  const controller = new AbortController();
  let share: number | undefined;
  let isShown = false;
  const cancel = (): void => {
    controller.abort();
    context.update((state) => withoutBusy(state, id));
  };
  const show = (): void => {
    isShown = !controller.signal.aborted;
    if (isShown) context.update((state) => withBusy(state, { id, label, share, cancel }));
  };
  const callOff = context.later(busyAfterMs, show);
  try {
    const done = await work({
      signal: controller.signal,
      reached(next) {
        share = next;
        if (isShown) show();
      },
    });
    return controller.signal.aborted ? undefined : done;
  } finally {
    callOff();
    context.update((state) => withoutBusy(state, id));
  }
};
