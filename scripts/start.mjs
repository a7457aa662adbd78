/**
 * Starts why401: the desktop app where Electron and a screen are there, the browser host otherwise.
 *
 *   npm start [-- --browser] [-- --port N]
 */
import { join } from 'node:path';
import { ensureNode, root } from './pinned-node.mjs';
import { downloadElectron, electronBinary, hasScreen, switchesForThisUser } from './electron-binary.mjs';
import { buildIfStale, runInForeground } from './run-host.mjs';

await ensureNode();
const { isFresh } = await import('./stale.mjs');

const args = process.argv.slice(2);

/** Why there can be no window of our own; `undefined` where there can. */
const obstacle = () => {
  if (args.includes('--browser')) return 'As asked for';
  if (!hasScreen()) return 'There is no screen here';
  if (electronBinary() === undefined) {
    console.log('Fetching Electron once…');
    if (downloadElectron(90) === undefined) return "Electron's binary could not be fetched";
  }
  return undefined;
};

if (!isFresh()) {
  const code = await buildIfStale();
  if (code !== 0) process.exit(code);
}

const because = obstacle();
const binary = electronBinary();
if (because === undefined && binary !== undefined) {
  process.exit(await runInForeground(binary, [...switchesForThisUser(), root, ...args]));
}
console.log(`${because}, so why401 starts in the browser.`);
const rest = args.filter((arg) => arg !== '--browser');
process.exit(await runInForeground(process.execPath, [join(root, 'out/cli/why401.js'), 'serve', ...rest]));
