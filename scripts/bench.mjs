/**
 * Runs the measurements of bench/, one process each, one after the other.
 *
 *   npm run bench [-- name …]
 *
 * What `bench:diagnosis` measures needs no built host; its options are handed on.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureNode, root } from './pinned-node.mjs';
import { buildIfStale, runInForeground } from './run-host.mjs';

await ensureNode();
process.chdir(root);

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
const files = readdirSync(join(root, 'bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
  .toSorted();

const needsHosts = files.some((file) => file !== 'diagnosis.bench.ts');
let failed = needsHosts && (await buildIfStale()) !== 0;
for (const file of files) {
  console.log(`\n${file.replace('.bench.ts', '')}`);
  const code = await runInForeground(process.execPath, [
    '--disable-warning=ExperimentalWarning',
    join('bench', file),
    ...options,
  ]);
  failed ||= code !== 0;
}
process.exit(failed ? 1 : 0);
