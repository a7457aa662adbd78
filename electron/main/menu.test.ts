import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test } from 'vitest';
import { commands } from '../../renderer/workspace/commands.ts';
import { editMenu } from './edit-menu.ts';
import { menuCommands, menuTemplate } from './menu.ts';

const itemsOf = (template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])]);

const press = (item: MenuItemConstructorOptions): void => item.click?.({} as never, undefined, {});

describe.each(['linux', 'darwin', 'win32'] as const)('the menu on %s', (platform) => {
  const sent: string[] = [];
  let asked = 0;
  const items = itemsOf(
    menuTemplate(platform, { send: (command) => sent.push(command), openWorkspace: () => (asked += 1) }, {}),
  );

  test('sends each command from one item', () => {
    sent.length = 0;
    asked = 0;
    items.forEach(press);
    expect(sent.toSorted()).toEqual([...menuCommands].toSorted());
    expect(asked).toBe(1);
  });

  test('gives no accelerator twice', () => {
    const accelerators = items.flatMap(({ accelerator }) => accelerator ?? []);
    expect(accelerators.length).toBeGreaterThan(10);
    expect(new Set(accelerators).size).toBe(accelerators.length);
  });

  test('says the keys that the window has for the same command', () => {
    const keys = new Map<string, string | undefined>(commands.map(({ id, shortcut }) => [id, shortcut]));
    const ours = items.filter(({ id }) => id !== undefined);
    const spoken = (accelerator = ''): string =>
      accelerator.toLowerCase().replace(/^(commandorcontrol|command|control)\+/, 'mod+');
    expect(ours.map(({ id = '', accelerator }) => [id, spoken(accelerator)])).toEqual(
      ours.map(({ id = '' }) => [id, keys.get(id) ?? '']),
    );
  });

  test('follows the keys that a person chose', () => {
    const chosen = itemsOf(
      menuTemplate(
        platform,
        { send: () => undefined, openWorkspace: () => undefined },
        {
          send: 'mod+shift+arrowdown',
          save: null,
          'open-workspace': 'alt+f2',
        },
      ),
    );
    const acceleratorOf = (id: string) => chosen.find((item) => item.id === id)?.accelerator;
    expect(acceleratorOf('send')).toBe('CommandOrControl+Shift+Down');
    expect(acceleratorOf('save')).toBeUndefined();
    expect(acceleratorOf('open-workspace')).toBe('Alt+F2');
    expect(acceleratorOf('palette')).toBe('CommandOrControl+K');
  });

  test('keeps the roles that the system knows', () => {
    const roles = items.flatMap(({ role }) => role ?? []);
    for (const role of [
      'copy',
      'paste',
      'undo',
      'zoomIn',
      'resetZoom',
      'quit',
      'togglefullscreen',
    ] as const) {
      expect(roles).toContain(role);
    }
  });
});

describe('the menu of a right click', () => {
  test.each([
    ['on nothing', { isEditable: false, hasSelection: false }, []],
    ['on a selection', { isEditable: false, hasSelection: true }, ['copy', 'selectAll']],
    ['in an empty field', { isEditable: true, hasSelection: false }, ['paste', 'selectAll']],
    [
      'on a selection in a field',
      { isEditable: true, hasSelection: true },
      ['cut', 'copy', 'paste', 'selectAll'],
    ],
    ['with nothing to paste', { isEditable: true, hasSelection: false, canPaste: false }, ['selectAll']],
  ])('%s', (_name, place, expected) => {
    const offered = editMenu(place).filter(({ role, enabled }) => role !== undefined && enabled !== false);
    expect(offered.map(({ role }) => role)).toEqual(expected);
  });
});
