import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, Menu, session, shell } from 'electron';
import { dataFolder } from '../data-folder.ts';
import { door } from '../door.ts';
import { createEngine, type Engine } from '../engine.ts';
import { ownShortcutsIn } from '../../shared/shortcuts/own-shortcuts.ts';
import { denyPermissions, isWebAddress, keepInPlace } from './guards.ts';
import { bindCommands, sendToWindows } from './ipc.ts';
import { menuTemplate, type MenuCommand } from './menu.ts';
import { builtPage, declarePageScheme, servePage } from './page-scheme.ts';
import { openWindow } from './window.ts';

const folder = dataFolder();
const developmentServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];

const openBrowser = async (url: string): Promise<boolean> => {
  if (!isWebAddress(url)) return false;
  return shell.openExternal(url).then(
    () => true,
    () => false,
  );
};

const chooseWorkspace = async (engine: Engine): Promise<void> => {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title: 'Open workspace',
    buttonLabel: 'Open',
    properties: ['openDirectory', 'createDirectory'],
  });
  const [chosen] = filePaths;
  if (canceled || chosen === undefined) return;
  const reply = await door(engine.handlers)('openWorkspace', { folder: chosen });
  if (reply.ok) for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
  else dialog.showErrorBox('This folder cannot be opened as a workspace', reply.error.message);
};

const start = async (): Promise<void> => {
  await app.whenReady();

  const engine = await createEngine({
    host: 'desktop',
    dataFolder: folder,
    openBrowser,
    version: app.getVersion(),
  });
  engine.listen(sendToWindows);
  // The page may send a person to the login pages that the engine asked for, and nowhere else.
  const loginPages = new Set<string>();
  engine.listen((event) => {
    if (event.event === 'login') loginPages.add(event.url);
  });
  app.on('web-contents-created', (_event, contents) =>
    keepInPlace(contents, (address) => {
      if (loginPages.has(address)) void openBrowser(address);
    }),
  );
  bindCommands(door(engine.handlers), developmentServer);

  const showMenu = (preferences: Readonly<Record<string, unknown>>): void => {
    const menuActions = {
      send: (command: MenuCommand) => sendToWindows({ event: 'menu', command }),
      openWorkspace: () => void chooseWorkspace(engine),
    };
    const menu = menuTemplate(process.platform, menuActions, ownShortcutsIn(preferences));
    Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
  };
  showMenu(engine.preferences());
  engine.listen((event) => {
    if (event.event === 'preferences') showMenu(event.preferences);
  });

  await servePage(builtPage);
  denyPermissions(session.defaultSession);
  const open = (): Promise<unknown> => openWindow(join(folder, 'window.json'), developmentServer);

  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) void open();
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let closed = false;
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    closed = true;
    void engine.close().finally(() => app.quit());
  });
  await open();
};

mkdirSync(folder, { recursive: true, mode: 0o700 });
// Chromium's own files lie beside ours, and two homes are two instances.
app.setPath('userData', join(folder, 'chromium'));
app.enableSandbox();
declarePageScheme();
if (app.requestSingleInstanceLock()) {
  start().catch((error: unknown) => {
    dialog.showErrorBox('why401 could not start', error instanceof Error ? error.message : 'Unknown reason.');
    app.exit(1);
  });
} else {
  app.quit();
}
