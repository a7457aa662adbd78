import { settingsPreference } from '../../shared/settings/app-settings.ts';
import { ask, type Context } from './context.ts';
import { restedEdit } from './rested-edit.ts';
import type { AppSettings } from '../../shared/settings/app-settings.ts';

export interface SettingsActions {
  changeSettings(change: Partial<AppSettings>): void;
}

/** What holds for every workspace of this computer. */
export const settingsActions = (context: Context): SettingsActions => {
  const edited = restedEdit(context, async () => {
    await ask(context, 'savePreferences', {
      preferences: { [settingsPreference]: context.get().settings },
    });
  });
  return {
    changeSettings(change) {
      context.update((state) => ({ ...state, settings: { ...state.settings, ...change } }));
      edited();
    },
  };
};
