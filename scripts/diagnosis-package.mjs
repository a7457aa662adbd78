import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { withoutKnownAnswers } from './known-answers.mjs';
import { root } from './pinned-node.mjs';

/** What `package.json` exports as `why401/diagnosis`: one ES module that imports nothing, with its types beside it. */
const entry = join(root, 'shared/diagnosis/api.ts');
const declarations = join(root, '.cache/types/shared');

/** @param {string} folder into which `index.js` and `types/` go */
export const buildDiagnosisPackage = async (folder) => {
  const { build } = await import('vite');
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    plugins: [withoutKnownAnswers],
    build: {
      lib: { entry, formats: ['es'], fileName: () => 'index.js' },
      outDir: folder,
      emptyOutDir: true,
      target: 'es2024',
      minify: false,
    },
  });
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const run = spawnSync(process.execPath, [tsc, '-b', join(root, 'shared')], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stdout);
  copyDeclarations(join(folder, 'types'));
};

/**
 * The declarations that the entry's own reach, with the names by which other projects' compilers look for them.
 *
 * @param {string} target
 */
const copyDeclarations = (target) => {
  const seen = new Set();
  /** @type {(file: string) => void} */
  const copy = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    const place = join(target, relative(declarations, file));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, text.replaceAll(/(from '\.[^']*)\.ts'/g, "$1.js'"));
    for (const [, name] of text.matchAll(/(?:from|import\() ?'(\.[^']*)\.ts'/g))
      copy(resolve(dirname(file), `${name}.d.ts`));
  };
  copy(join(declarations, 'diagnosis/api.d.ts'));
};
