import { useWindow } from '../state/store.ts';
import type { Shortcut } from '../ui/shortcut.ts';
import { shortcutOf } from './command-keys.ts';
import { commandById } from './commands.ts';

/** For what reminds of a command's keys; `undefined` where it has none. */
export const useShortcut = (commandId: string): Shortcut | undefined =>
  useWindow((state) => {
    const command = commandById(commandId);
    return command === undefined ? undefined : shortcutOf(command, state);
  });
