import { useWindow } from '../state/store.ts';
import type { Shortcut } from '../ui/shortcut.ts';
import { shortcutById } from './command-keys.ts';

/** For what reminds of a command's keys; `undefined` where it has none. */
export const useShortcut = (commandId: string): Shortcut | undefined =>
  useWindow((state) => shortcutById(commandId, state));
