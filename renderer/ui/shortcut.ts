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
  arrowleft: '←',
  arrowright: '→',
  plus: '+',
};

const keyName = (key: string): string =>
  symbols[key] ?? (key.length === 1 || /^f\d+$/.test(key) ? key.toUpperCase() : key);

/** As a person of this platform reads it: "⇧⌘K" or "Ctrl Shift K". */
export const shortcutWords = (shortcut: Shortcut, mac = isMac()): string => {
  const parts = shortcut.split('+');
  const key = keyName(parts.at(-1) ?? '');
  const has = (name: string): boolean => parts.slice(0, -1).includes(name);
  if (mac) return `${has('alt') ? '⌥' : ''}${has('shift') ? '⇧' : ''}${has('mod') ? '⌘' : ''}${key}`;
  return [has('mod') && 'Ctrl', has('alt') && 'Alt', has('shift') && 'Shift', key].filter(Boolean).join(' ');
};

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Keys whose own character would be read as something else in a shortcut. */
const spelled: Readonly<Record<string, string>> = { '+': 'plus', ' ': 'space' };

/** Alt makes other letters of some keys (⌥N is a tilde): there the place of the key counts. */
const keyOf = ({ key, code, altKey }: KeyPress): string => {
  const [, letter] = altKey ? (/^(?:Key|Digit)([A-Z0-9])$/.exec(code) ?? []) : [];
  return letter?.toLowerCase() ?? spelled[key] ?? key.toLowerCase();
};

const noKeys = new Set(['shift', 'control', 'alt', 'altgraph', 'meta', 'dead', 'process', 'unidentified']);

/** What was pressed, as a shortcut; `undefined` as long as only modifiers are held, or some that no shortcut has. */
export const shortcutOfPress = (press: KeyPress, mac = isMac()): Shortcut | undefined => {
  const key = keyOf(press);
  if (noKeys.has(key) || (mac ? press.ctrlKey : press.metaKey)) return undefined;
  const mod = mac ? press.metaKey : press.ctrlKey;
  return [mod && 'mod', press.altKey && 'alt', press.shiftKey && 'shift', key].filter(Boolean).join('+');
};

export const matchesShortcut = (press: KeyPress, shortcut: Shortcut, mac = isMac()): boolean => {
  const parts = shortcut.split('+');
  const wants = (name: string): boolean => parts.slice(0, -1).includes(name);
  const mod = mac ? press.metaKey : press.ctrlKey;
  const other = mac ? press.ctrlKey : press.metaKey;
  const key = parts.at(-1) ?? '';
  return (
    (keyOf(press) === key || press.key.toLowerCase() === key) &&
    mod === wants('mod') &&
    !other &&
    press.shiftKey === wants('shift') &&
    press.altKey === wants('alt')
  );
};
