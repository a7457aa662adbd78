import type { Context } from './context.ts';
import { registerEdits } from './pending-edits.ts';

/** What is typed is stored when the typing rests this long, and before a request leaves. */
export const restMs = 400;

/** Returns what is called after each edit: it stores the last of them. */
export const restedEdit = (context: Context, store: () => Promise<void>): (() => void) => {
  let forget: (() => void) | undefined;
  const storeNow = async (): Promise<void> => {
    forget?.();
    forget = undefined;
    await store();
  };
  return () => {
    forget?.();
    const callOff = context.later(restMs, () => void storeNow());
    const unregister = registerEdits(storeNow);
    forget = () => {
      callOff();
      unregister();
    };
  };
};
