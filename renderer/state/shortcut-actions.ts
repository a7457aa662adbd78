import { shortcutsPreference, type OwnShortcuts } from '../../shared/shortcuts/own-shortcuts.ts';
import { ask, type Context } from './context.ts';

export interface ShortcutActions {
  /** Gives a command other keys; `null`: none, `undefined`: the usual ones. */
  setShortcut(commandId: string, keys: string | null | undefined): Promise<void>;
  resetShortcuts(): Promise<void>;
}

/** The keys that a person gives to commands. Every window of this computer has the same. */
export const shortcutActions = (context: Context): ShortcutActions => {
  const save = async (shortcuts: OwnShortcuts): Promise<void> => {
    context.update((state) => ({ ...state, shortcuts }));
    await ask(context, 'savePreferences', { preferences: { [shortcutsPreference]: shortcuts } });
  };
  return {
    async setShortcut(commandId, keys) {
      const { [commandId]: _, ...others } = context.get().shortcuts;
      await save(keys === undefined ? others : { ...others, [commandId]: keys });
    },
    resetShortcuts: () => save({}),
  };
};
