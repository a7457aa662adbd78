import { ask, type Context } from './context.ts';
import { restedEdit } from './rested-edit.ts';
import type { NetworkSettings } from '../../shared/proxy/network-settings.ts';

export interface NetworkActions {
  /** How requests travel that choose no proxy of their own. */
  setNetwork(network: NetworkSettings): void;
}

/** How requests travel that choose no proxy of their own. */
export const networkActions = (context: Context): NetworkActions => {
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
