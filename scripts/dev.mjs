/**
 * Hot reload: in the desktop app where Electron and a screen are there, in the browser otherwise.
 *
 *   npm run dev [-- --browser]
 */
import { join } from 'node:path';
import { ensureNode, root } from './pinned-node.mjs';
import { electronBinary, hasScreen, switchesForThisUser } from './electron-binary.mjs';
import { runInForeground } from './run-host.mjs';

await ensureNode();
process.chdir(root);

const binary = electronBinary();
if (binary !== undefined && hasScreen() && !process.argv.includes('--browser')) {
  const electronVite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const args = [electronVite, 'dev', '--watch', '--', ...switchesForThisUser()];
  process.exit(await runInForeground(process.execPath, args, { ELECTRON_EXEC_PATH: binary }));
}
const { developInBrowser } = await import('./dev-browser.mjs');
await developInBrowser();
