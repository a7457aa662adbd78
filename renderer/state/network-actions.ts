import { ask, type Context } from './context.ts';
import { registerEdits } from './pending-edits.ts';
import type { Actions } from './state.ts';

/** What is typed is stored when the typing rests, and before a request leaves. */
export const networkDelayMs = 400;

/** How requests travel that choose no proxy of their own. */
export const networkActions = (context: Context): Pick<Actions, 'setNetwork'> => {
  let forget: (() => void) | undefined;
  const store = async (): Promise<void> => {
    forget?.();
    forget = undefined;
    await ask(context, 'saveNetwork', { network: context.get().network });
  };
  return {
    setNetwork(network) {
      context.update((state) => ({ ...state, network }));
      forget?.();
      const callOff = context.later(networkDelayMs, () => void store());
      const unregister = registerEdits(store);
      forget = () => {
        callOff();
        unregister();
      };
    },
  };
};
