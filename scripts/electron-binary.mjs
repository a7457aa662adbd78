import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './pinned-node.mjs';

const packageFolder = join(root, 'node_modules', 'electron');

/**
 * Electron's executable, or `undefined`. The package "electron" itself must not be asked: asking it starts a download,
 * which may hang behind a firewall.
 */
export const electronBinary = () => {
  const pathFile = join(packageFolder, 'path.txt');
  const name = existsSync(pathFile) ? readFileSync(pathFile, 'utf8').trim() : 'electron';
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  const folder = override !== undefined && override !== '' ? override : join(packageFolder, 'dist');
  const file = join(folder, name);
  return existsSync(file) ? file : undefined;
};

/**
 * Downloads the binary that belongs to the locked version; gives up after a while.
 *
 * @param {number} seconds
 */
export const downloadElectron = (seconds) => {
  spawnSync(process.execPath, [join(packageFolder, 'install.js')], {
    stdio: 'ignore',
    timeout: seconds * 1000,
  });
  return electronBinary();
};

/** Whether there is a screen for a window. */
export const hasScreen = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY) || Boolean(process.env.WAYLAND_DISPLAY);

/** Electron refuses to run as root with its sandbox. */
export const switchesForThisUser = () =>
  process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
