import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './pinned-node.mjs';

const stamp = join(root, 'out', 'built-from.json');
const sources = [
  'shared',
  'electron',
  'renderer',
  'scripts/bundle.mjs',
  'scripts/diagnosis-package.mjs',
  'scripts/lazy-requires.mjs',
  'electron.vite.config.ts',
  'package-lock.json',
];
/** @param {string} name */
const isSource = (name) => !/\.test(-support)?\.tsx?$/.test(name);

/** @type {(path: string) => string[]} */
const describe = (path) => {
  const stats = statSync(join(root, path));
  if (!stats.isDirectory()) return [`${path} ${stats.size} ${Math.trunc(stats.mtimeMs)}`];
  const names = readdirSync(join(root, path)).filter(isSource).toSorted();
  return names.flatMap((name) => describe(`${path}/${name}`));
};

/** A fingerprint of everything that a build reads: names, sizes and times, so that a removed file counts too. */
export const fingerprint = () => {
  const hash = createHash('sha256');
  for (const line of sources.filter((path) => existsSync(join(root, path))).flatMap(describe))
    hash.update(`${line}\n`);
  return hash.digest('hex');
};

/** Whether the last whole build was made from the sources as they are now. */
export const isFresh = () => {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8')).fingerprint === fingerprint();
  } catch {
    return false;
  }
};

/**
 * Records what a whole build was made from; take the fingerprint before the build, not after it.
 *
 * @param {string} builtFrom
 */
export const markBuilt = (builtFrom) => {
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(stamp, `${JSON.stringify({ fingerprint: builtFrom })}\n`);
};

/** Forgets the last build: a build that breaks off half-way must not pass for a whole one. */
export const markUnbuilt = () => rmSync(stamp, { force: true });
