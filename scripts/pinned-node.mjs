import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the project. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const floor = { major: 22, minor: 13 };

/**
 * Whether this version of Node ("24.21.0") can run the project.
 *
 * @param {string} version
 */
export const isNewEnough = (version) => {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > floor.major || (major === floor.major && minor >= floor.minor);
};

/**
 * The Node binary that the lock file pins, as an optional dependency. A machine may have an older Node; npm puts the
 * pinned one first only for its own scripts. `undefined` where the platform has none or npm could not install it.
 */
export const pinnedNode = () => {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const folder = join(root, 'node_modules', name, 'bin');
  if (!existsSync(folder)) return undefined;
  const file = readdirSync(folder).find((entry) => entry === 'node' || entry === 'node.exe');
  return file === undefined ? undefined : join(folder, file);
};

/**
 * Resolves at once where this Node is new enough. Otherwise runs the same script under the pinned Node and ends this
 * process with its exit code, or says what is missing.
 */
export const ensureNode = async () => {
  if (isNewEnough(process.versions.node)) return;
  const node = pinnedNode();
  if (node === undefined) {
    console.error(
      `why401 needs Node ${floor.major}.${floor.minor} or newer and this is ${process.versions.node}. Run "npm ci", or install a newer Node.`,
    );
    process.exit(2);
  }
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  process.on('SIGINT', () => child.kill('SIGINT'));
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (exitCode, signal) => resolve(exitCode ?? (signal === null ? 1 : 130)));
  });
  process.exit(code);
};

/** The environment for child processes: this Node and the project's own commands come first. */
export const childEnvironment = (extra = {}) => {
  const separator = process.platform === 'win32' ? ';' : ':';
  const path = [join(root, 'node_modules', '.bin'), dirname(process.execPath), process.env.PATH ?? ''];
  return { ...process.env, PATH: path.join(separator), ...extra };
};
