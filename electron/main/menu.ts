import type { MenuItemConstructorOptions } from 'electron';
import { guideCommand, guidePages } from '../../shared/guide/guide-pages.ts';
import type { OwnShortcuts } from '../../shared/shortcuts/own-shortcuts.ts';
import { acceleratorOf } from './accelerator.ts';

/** Commands that the menu sends to the window. */
export const menuCommands = [
  'new-request',
  'new-profile',
  'save',
  'export-curl',
  'send',
  'cancel',
  'palette',
  'paste',
  'toggle-sidebar',
  'toggle-diagnosis',
  'environments',
  'settings',
  'lessons',
  'shortcuts',
  ...guidePages.map(({ id }) => guideCommand(id)),
] as const;
export type MenuCommand = (typeof menuCommands)[number];

export interface MenuActions {
  send(command: MenuCommand): void;
  openWorkspace(): void;
}

/**
 * The native menu. Items of ours act in the window; what the system knows by itself keeps its role.
 *
 * @param own the keys that the person gave to commands, in place of those that are written here
 */
export const menuTemplate = (
  platform: NodeJS.Platform,
  { send, openWorkspace }: MenuActions,
  own: OwnShortcuts,
): MenuItemConstructorOptions[] => {
  const keys = (command: string, usual: string | undefined): { accelerator?: string } => {
    const given = own[command] === undefined ? usual : own[command];
    return given === undefined || given === null ? {} : { accelerator: acceleratorOf(given) };
  };
  const item = (label: string, command: MenuCommand, shortcut?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    ...keys(command, shortcut),
    click: () => send(command),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const isMac = platform === 'darwin';

  const appMenu: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      line,
      item('Settings…', 'settings', 'mod+,'),
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit' },
    ],
  };
  const file: MenuItemConstructorOptions = {
    label: '&File',
    submenu: [
      item('New request', 'new-request', 'mod+n'),
      item('New auth profile', 'new-profile', 'mod+shift+n'),
      {
        id: 'open-workspace',
        label: 'Open workspace…',
        ...keys('open-workspace', 'mod+o'),
        click: openWorkspace,
      },
      line,
      item('Save request', 'save', 'mod+s'),
      item('Export as cURL…', 'export-curl', 'mod+shift+c'),
      item('Environments…', 'environments', 'mod+e'),
      ...(isMac ? [] : [line, item('Settings…', 'settings', 'mod+,'), line, { role: 'quit' } as const]),
    ],
  };
  const edit: MenuItemConstructorOptions = {
    label: '&Edit',
    submenu: [
      { role: 'undo' },
      { role: 'redo' },
      line,
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
      line,
      item('Paste anything…', 'paste', 'mod+shift+v'),
    ],
  };
  const request: MenuItemConstructorOptions = {
    label: '&Request',
    submenu: [item('Send', 'send', 'mod+enter'), item('Cancel', 'cancel', 'mod+.')],
  };
  const view: MenuItemConstructorOptions = {
    label: '&View',
    submenu: [
      item('Commands…', 'palette', 'mod+k'),
      line,
      item('Sidebar', 'toggle-sidebar', 'mod+b'),
      item('Diagnosis', 'toggle-diagnosis', 'mod+d'),
      line,
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      line,
      { role: 'togglefullscreen' },
      { role: 'toggleDevTools' },
    ],
  };
  const help: MenuItemConstructorOptions = {
    role: 'help',
    submenu: [
      ...guidePages.map(({ id, title }) => item(title, guideCommand(id))),
      line,
      item('Lessons…', 'lessons'),
      item('Keyboard shortcuts', 'shortcuts', 'mod+/'),
      ...(isMac ? [] : [line, { role: 'about' } as const]),
    ],
  };
  return [...(isMac ? [appMenu] : []), file, edit, request, view, { role: 'windowMenu' }, help];
};
