/**
 * Checks that package-lock.json is whole: every optional dependency that it names must have its own entry. A registry
 * that lags behind makes "npm install" write a lock file without some platforms' packages, and "npm ci" then fails.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './pinned-node.mjs';

/**
 * @typedef {{ integrity?: string, resolved?: string, link?: boolean, optionalDependencies?: Record<string, string> }} Entry
 * @typedef {{ packages: Record<string, Entry> }} Lock
 */

/**
 * "a -> b" for every optional dependency b of package a that the lock does not hold.
 *
 * @param {Lock} lock
 */
export const missingFrom = (lock) => {
  const entries = Object.entries(lock.packages);
  const names = new Set(entries.map(([path]) => path.split('node_modules/').pop()));
  return entries.flatMap(([path, entry]) =>
    Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !names.has(name))
      .map((name) => `${path === '' ? 'the project' : path} -> ${name}`),
  );
};

/**
 * Names of packages that were locked without a checksum, or to a certain host.
 *
 * @param {Lock} lock
 */
export const unpinnedIn = (lock) =>
  Object.entries(lock.packages)
    .filter(
      ([path, { integrity, resolved, link }]) =>
        path !== '' && !link && (integrity === undefined || resolved),
    )
    .map(([path]) => path);

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const complaints = [
    ...missingFrom(lock).map((edge) => `not in package-lock.json: ${edge}`),
    ...unpinnedIn(lock).map((path) => `without a checksum, or tied to a host: ${path}`),
  ];
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length > 0) process.exit(1);
  console.log(`package-lock.json is whole: ${Object.keys(lock.packages).length - 1} packages.`);
}
