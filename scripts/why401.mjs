/** Runs the shell host of this checkout: arguments, standard input and exit code pass through. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureNode, root } from './pinned-node.mjs';

await ensureNode();
const program = join(root, 'out', 'cli', 'why401.js');
if (!existsSync(program)) {
  console.error('why401 is not built yet. Run "npm run build" first.');
  process.exit(2);
}
const child = spawn(process.execPath, [program, ...process.argv.slice(2)], {
  // npm runs scripts in the project's folder; file names are meant from where the person stands.
  cwd: process.env.npm_lifecycle_event === 'why401' ? (process.env.INIT_CWD ?? root) : process.cwd(),
  stdio: 'inherit',
});
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
