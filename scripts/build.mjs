/**
 * Builds every host into out/: main, preload and renderer through electron-vite, the shell and the browser host as
 * plain Node files; and the diagnosis as a package of its own.
 *
 *   node scripts/build.mjs [--if-stale]
 */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { ensureNode, root } from './pinned-node.mjs';
import { fingerprint, isFresh, markBuilt, markUnbuilt } from './stale.mjs';
import { nodeHosts } from './bundle.mjs';
import { buildDiagnosisPackage } from './diagnosis-package.mjs';

await ensureNode();
process.chdir(root);

const buildDesktop = async () => {
  const { build } = await import('electron-vite');
  await build({ logLevel: 'warn' });
};

const buildNodeHosts = async () => {
  const { build } = await import('vite');
  await build(nodeHosts);
  chmodSync(join(root, 'out/cli/why401.js'), 0o755);
};

if (process.argv.includes('--if-stale') && isFresh()) process.exit(0);

const started = performance.now();
const builtFrom = fingerprint();
markUnbuilt();
try {
  await buildDesktop();
  await buildNodeHosts();
  await buildDiagnosisPackage(join(root, 'out/diagnosis'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
markBuilt(builtFrom);
console.log(`Built in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
