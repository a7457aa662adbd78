/**
 * A shortcut as data: modifiers and a key of `KeyboardEvent.key`, lower case, joined by "+": "mod+shift+k".
 * `mod` is ⌘ on a Mac and Ctrl elsewhere.
 */
export type Shortcut = string;

export const isMac = (): boolean => /mac|iphone|ipad/i.test(navigator.platform);

const symbols: Readonly<Record<string, string>> = {
  enter: '⏎',
  escape: 'esc',
  arrowup: '↑',
  arrowdown: '↓',
};

const keyName = (key: string): string => symbols[key] ?? (key.length === 1 ? key.toUpperCase() : key);

/** As a person of this platform reads it: "⇧⌘K" or "Ctrl Shift K". */
export const shortcutWords = (shortcut: Shortcut, mac = isMac()): string => {
  const parts = shortcut.split('+');
  const key = keyName(parts.at(-1) ?? '');
  const has = (name: string): boolean => parts.slice(0, -1).includes(name);
  if (mac) return `${has('alt') ? '⌥' : ''}${has('shift') ? '⇧' : ''}${has('mod') ? '⌘' : ''}${key}`;
  return [has('mod') && 'Ctrl', has('alt') && 'Alt', has('shift') && 'Shift', key].filter(Boolean).join(' ');
};

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

export const matchesShortcut = (press: KeyPress, shortcut: Shortcut, mac = isMac()): boolean => {
  const parts = shortcut.split('+');
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  const key = parts.at(-1) ?? '';
  // Alt makes other letters of some keys (⌥N is a tilde): there the place of the key counts.
  const isKey = press.key.toLowerCase() === key || (wants('alt') && press.code === `Key${key.toUpperCase()}`);
  return (
    isKey &&
    mod === wants('mod') &&
    !other &&
    press.shiftKey === wants('shift') &&
    press.altKey === wants('alt')
  );
};
