import { retentionPreference } from '../../shared/history/retention.ts';
import { ask, type Context } from './context.ts';
import { searchAgain } from './history-actions.ts';
import type { Retention } from '../../shared/history/retention.ts';

export interface RetentionActions {
  setRetention(retention: Retention): Promise<void>;
}

/** How much of the history stays. The engine lets go of the rest at once. */
export const retentionActions = (context: Context): RetentionActions => ({
  async setRetention(retention) {
    context.update((state) => ({ ...state, retention }));
    const reply = await ask(context, 'savePreferences', {
      preferences: { [retentionPreference]: retention },
    });
    if (reply !== undefined) await searchAgain(context);
  },
});
