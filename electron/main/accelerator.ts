/** Keys whose names differ from those of `KeyboardEvent.key`. */
const names: Readonly<Record<string, string>> = {
  mod: 'CommandOrControl',
  arrowup: 'Up',
  arrowdown: 'Down',
  arrowleft: 'Left',
  arrowright: 'Right',
};

/** A shortcut of the window, such as `mod+shift+k`, as Electron's menu wants it. */
export const acceleratorOf = (shortcut: string): string =>
  shortcut
    .split('+')
    .map((part) => names[part] ?? `${part.charAt(0).toUpperCase()}${part.slice(1)}`)
    .join('+');
