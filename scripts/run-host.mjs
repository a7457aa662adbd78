import { spawn } from 'node:child_process';
import { childEnvironment, root } from './pinned-node.mjs';

/**
 * Runs a program in the foreground, with our terminal, and resolves with its exit code.
 *
 * @type {(command: string, args: readonly string[], environment?: Record<string, string>) => Promise<number>}
 */
export const runInForeground = (command, args, environment = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: process.cwd(),
      stdio: 'inherit',
      env: childEnvironment(environment),
    });
    // Ctrl+C reaches the whole group of a terminal; the others must be passed on.
    process.on('SIGINT', () => undefined);
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
  });

/** Builds where the last build is older than its sources. */
export const buildIfStale = () =>
  runInForeground(process.execPath, [`${root}/scripts/build.mjs`, '--if-stale']);
