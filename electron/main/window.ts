import { join } from 'node:path';
import { BrowserWindow, Menu, nativeTheme, screen } from 'electron';
import writeFileAtomic from 'write-file-atomic';
import { editMenu } from './edit-menu.ts';
import { pageAddress } from './page-address.ts';
import { webPreferences } from './web-preferences.ts';
import { fitBounds, readBounds, smallestWindow } from './window-bounds.ts';

/** The page's own ground, so that nothing flashes before it is drawn. */
const ground = { light: '#f1f3f5', dark: '#121417' };

const remember = (window: BrowserWindow, file: string): void => {
  const save = (): void => {
    const bounds = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    // A place that could not be kept is asked for again next time.
    writeFileAtomic(file, `${JSON.stringify(bounds)}\n`).catch(() => undefined);
  };
  let timer: NodeJS.Timeout | undefined;
  const saveSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(save, 500);
  };
  window.on('resize', saveSoon);
  window.on('move', saveSoon);
  window.on('close', () => {
    clearTimeout(timer);
    save();
  });
};

/**
 * Opens the window where it was last time and loads the page.
 *
 * @param stateFile where the window's bounds are kept
 * @param developmentServer address of the hot-reloading server; absent in a built app
 */
export const openWindow = async (stateFile: string, developmentServer?: string): Promise<BrowserWindow> => {
  const saved = await readBounds(stateFile);
  const workAreas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...fitBounds(saved, workAreas),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'why401',
    backgroundColor: nativeTheme.shouldUseDarkColors ? ground.dark : ground.light,
    webPreferences: { ...webPreferences, preload: join(import.meta.dirname, '..', 'preload', 'index.cjs') },
  });
  if (saved?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.webContents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    const items = editMenu({ isEditable, hasSelection: selectionText !== '', ...editFlags });
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window });
  });
  remember(window, stateFile);
  await window.loadURL(developmentServer ?? pageAddress);
  return window;
};
