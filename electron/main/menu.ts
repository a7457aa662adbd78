import type { MenuItemConstructorOptions } from 'electron';

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
] as const;
export type MenuCommand = (typeof menuCommands)[number];

export interface MenuActions {
  send(command: MenuCommand): void;
  openWorkspace(): void;
}

/** The native menu. Items of ours act in the window; what the system knows by itself keeps its role. */
export const menuTemplate = (
  platform: NodeJS.Platform,
  { send, openWorkspace }: MenuActions,
): MenuItemConstructorOptions[] => {
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: () => send(command),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const isMac = platform === 'darwin';

  const appMenu: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [
      { role: 'about' },
      line,
      item('Settings…', 'settings', 'Command+,'),
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
      item('New request', 'new-request', 'CommandOrControl+N'),
      item('New auth profile', 'new-profile', 'CommandOrControl+Shift+N'),
      {
        id: 'open-workspace',
        label: 'Open workspace…',
        accelerator: 'CommandOrControl+O',
        click: openWorkspace,
      },
      line,
      item('Save request', 'save', 'CommandOrControl+S'),
      item('Export as cURL…', 'export-curl', 'CommandOrControl+Shift+C'),
      item('Environments…', 'environments', 'CommandOrControl+E'),
      ...(isMac ? [] : [line, item('Settings…', 'settings', 'Control+,'), line, { role: 'quit' } as const]),
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
      item('Paste anything…', 'paste', 'CommandOrControl+Shift+V'),
    ],
  };
  const request: MenuItemConstructorOptions = {
    label: '&Request',
    submenu: [item('Send', 'send', 'CommandOrControl+Enter'), item('Cancel', 'cancel', 'CommandOrControl+.')],
  };
  const view: MenuItemConstructorOptions = {
    label: '&View',
    submenu: [
      item('Commands…', 'palette', 'CommandOrControl+K'),
      line,
      item('Sidebar', 'toggle-sidebar', 'CommandOrControl+B'),
      item('Diagnosis', 'toggle-diagnosis', 'CommandOrControl+D'),
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
      item('Lessons…', 'lessons'),
      item('Keyboard shortcuts', 'shortcuts', 'CommandOrControl+/'),
      ...(isMac ? [] : [line, { role: 'about' } as const]),
    ],
  };
  return [...(isMac ? [appMenu] : []), file, edit, request, view, { role: 'windowMenu' }, help];
};
