import type { WindowState } from '../state/state.ts';
import { shortcutWords, type Shortcut } from '../ui/shortcut.ts';
import { commandById, commands, type Command } from './commands.ts';
import { keeperOf } from './kept-keys.ts';

/** What decides which keys a command has. */
export type KeyState = Pick<WindowState, 'shortcuts'> & { readonly host: Pick<WindowState['host'], 'host'> };

const usualKeys = (command: Command, { host }: KeyState): Shortcut | undefined =>
  host.host === 'browser' ? (command.browserShortcut ?? command.shortcut) : command.shortcut;

/** The keys of a command: those that a person chose, or the usual ones, also where the chosen ones never arrive here. */
export const shortcutOf = (command: Command, state: KeyState): Shortcut | undefined => {
  const own = state.shortcuts[command.id];
  if (own === null) return undefined;
  if (own === undefined || keeperOf(own, state.host.host) !== undefined) return usualKeys(command, state);
  return own;
};

/** The same by the command's id; `undefined` also where there is no such command. */
export const shortcutById = (id: string, state: KeyState): Shortcut | undefined => {
  const command = commandById(id);
  return command === undefined ? undefined : shortcutOf(command, state);
};

const functionKey = /^f\d{1,2}$/;

const isTyped = (keys: Shortcut): boolean => {
  const parts = keys.split('+');
  const held = parts.slice(0, -1);
  return !held.includes('mod') && !held.includes('alt') && !functionKey.test(parts.at(-1) ?? '');
};

/** Why a command cannot have these keys: a sentence for the person who pressed them. */
export const whyNotKeys = (command: Command, keys: Shortcut, state: KeyState): string | undefined => {
  const words = shortcutWords(keys);
  if (isTyped(keys))
    return `${words} alone is for typing. Hold Ctrl, ⌘ or Alt with it, or take a function key.`;
  const keeper = keeperOf(keys, state.host.host);
  if (keeper !== undefined) return `${words} ${keeper}. Take other keys.`;
  const other = commands.find(
    (candidate) => candidate.id !== command.id && shortcutOf(candidate, state) === keys,
  );
  return other === undefined
    ? undefined
    : `${words} belongs to “${other.label.replace(/…$/u, '')}”. Change that one first, or take other keys.`;
};

/** Whether a key that a command answers to by itself was pressed where nothing is typed into. */
export const isBareKeyOf = (command: Command, event: KeyboardEvent, state: KeyState): boolean => {
  if (command.bareKey === undefined || state.shortcuts[command.id] !== undefined) return false;
  if (event.key !== command.bareKey || event.ctrlKey || event.metaKey || event.altKey) return false;
  const { target } = event;
  const takesText =
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));
  return !takesText;
};
