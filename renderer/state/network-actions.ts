import { ask, type Context } from './context.ts';
import { restedEdit } from './rested-edit.ts';
import type { Actions } from './state.ts';

/** How requests travel that choose no proxy of their own. */
export const networkActions = (context: Context): Pick<Actions, 'setNetwork'> => {
  const edited = restedEdit(context, async () => {
    await ask(context, 'saveNetwork', { network: context.get().network });
  });
  return {
    setNetwork(network) {
      context.update((state) => ({ ...state, network }));
      edited();
    },
  };
};
