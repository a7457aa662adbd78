import { useEffect } from 'react';
import { host } from '../host.ts';
import { currentRequest } from '../state/selectors.ts';
import { actions, windowStore } from '../state/store.ts';
import { matchesShortcut } from '../ui/shortcut.ts';
import { isBareKeyOf, shortcutOf } from './command-keys.ts';
import { commandById, commands, type Command } from './commands.ts';

/** False where it makes no sense now: the keys are then left to whoever else wants them. */
const run = (command: Command): boolean => {
  const state = windowStore.getState();
  if (command.isPossible?.(state) === false) return false;
  command.run(actions, state);
  return true;
};

/** A dialog has the keyboard to itself. */
const isCovered = (): boolean => {
  const { view } = windowStore.getState();
  return view.dialog !== undefined || view.paletteOpen;
};

/** Pasting without formatting, where there is something to paste into. */
const isLeftToField = (command: Command, { target }: KeyboardEvent): boolean =>
  command.id === 'paste' && target instanceof HTMLElement && target.matches('input, textarea');

/** Where keys are pressed to be given to a command, none runs. */
const takesKeys = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLElement && target.dataset['takesKeys'] !== undefined;

const onKey = (event: KeyboardEvent): void => {
  const state = windowStore.getState();
  if (state.phase.kind !== 'ready' || takesKeys(event)) return;
  if (event.key === 'Escape' && !isCovered() && !event.defaultPrevented) {
    if (currentRequest(state)?.sending !== undefined) actions.cancel();
    return;
  }
  const command = commands.find((candidate) => {
    const keys = shortcutOf(candidate, state);
    return (keys !== undefined && matchesShortcut(event, keys)) || isBareKeyOf(candidate, event, state);
  });
  if (command === undefined || isLeftToField(command, event)) return;
  if (isCovered() && command.id !== 'palette') {
    // The browser's own meaning of the keys is not wanted either.
    event.preventDefault();
    return;
  }
  if (!run(command)) return;
  event.preventDefault();
  event.stopPropagation();
};

/** Listens to the keyboard and to the desktop's menu. */
export const useCommands = (): void => {
  useEffect(() => {
    // Before the editor or a list can take the keys for itself.
    window.addEventListener('keydown', onKey, { capture: true });
    const stop = host().listen((event) => {
      if (event.event !== 'menu') return;
      const command = commandById(event.command);
      if (command !== undefined) run(command);
    });
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
      stop();
    };
  }, []);
};
