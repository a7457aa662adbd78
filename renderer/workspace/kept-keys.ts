import type { WindowState } from '../state/state.ts';
import type { Shortcut } from '../ui/shortcut.ts';

const keptBy = (keeper: string, keys: string): readonly (readonly [Shortcut, string])[] =>
  keys.split(' ').map((shortcut) => [shortcut, keeper]);

/** What a text field does with them: no command may take that away. */
const editing = keptBy('edits text', 'mod+a mod+c mod+v mod+x mod+z mod+shift+z mod+y');

/**
 * Keys that browsers act on before, or instead of, showing them to a page: tabs, windows, private windows, developer
 * tools, leaving.
 */
const browser = keptBy(
  'belongs to the browser',
  'mod+n mod+t mod+w mod+q mod+shift+n mod+shift+p mod+shift+t mod+shift+w mod+shift+q mod+shift+c mod+shift+i mod+shift+j mod+tab mod+shift+tab mod+pageup mod+pagedown alt+f4 alt+arrowleft alt+arrowright f11 f12',
);

/** Items of the desktop's menu that are the system's own. */
const desktop = keptBy(
  'belongs to the window',
  'mod+q mod+m mod+h mod+0 mod+plus mod+- mod+shift+i alt+f4 f11',
);

const kept = {
  browser: new Map([...editing, ...browser]),
  desktop: new Map([...editing, ...desktop]),
};

/** What these keys do already, wherever the focus is: "belongs to the browser"; `undefined` where they are free. */
export const keeperOf = (keys: Shortcut, host: WindowState['host']['host']): string | undefined =>
  kept[host].get(keys);
