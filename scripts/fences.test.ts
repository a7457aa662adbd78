import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve as resolvePath } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fences } from './fences.mjs';

interface Diagnostic {
  readonly filename: string;
  readonly code: string;
  readonly message: string;
  readonly help?: string;
}

/** A small copy of the house with the project's packages. */
let house = '';
let diagnostics: readonly Diagnostic[] = [];

const plant = async (file: string, text: string): Promise<void> => {
  await mkdir(dirname(join(house, file)), { recursive: true });
  await writeFile(join(house, file), text);
};

const lint = (): Promise<readonly Diagnostic[]> =>
  new Promise((resolve, reject) => {
    const linter = resolvePath('node_modules/oxlint/bin/oxlint');
    execFile(
      process.execPath,
      [linter, '-f', 'json', '.'],
      { cwd: house, maxBuffer: 50_000_000 },
      (_error, stdout, stderr) => {
        try {
          resolve((JSON.parse(stdout) as { diagnostics: readonly Diagnostic[] }).diagnostics);
        } catch {
          reject(new Error(`The linter printed no report: ${stdout.slice(0, 500)}${stderr.slice(0, 500)}`));
        }
      },
    );
  });

const refusals = (file: string, rule: string): readonly Diagnostic[] =>
  diagnostics.filter((found) => found.filename.endsWith(file) && found.code.includes(rule));

const plantedAt = (index: number, at: string): string => at.replace('planted', `planted-${index}`);

/** Files that do what a fence forbids elsewhere, in the one place where it is allowed. */
const allowed = [
  { file: 'electron/net/transport.ts', imports: 'axios' },
  { file: 'renderer/editor/monaco.ts', imports: 'monaco-editor/editor' },
  { file: 'electron/main/window.ts', imports: 'electron' },
  { file: 'electron/preload/index.ts', imports: 'electron' },
  { file: 'electron/serve/http.ts', imports: 'node:http' },
  { file: 'renderer/state/store.ts', imports: '../../shared/ipc/contract.ts' },
  { file: 'shared/remedies/plan.ts', imports: '../schemes/scheme.ts' },
  { file: 'shared/diagnosis/vectors.test.ts', imports: 'node:fs' },
];

beforeAll(async () => {
  house = await mkdtemp(join(tmpdir(), 'why401-fences-'));
  await symlink(resolvePath('node_modules'), join(house, 'node_modules'), 'junction');
  await cp('oxlint.config.ts', join(house, 'oxlint.config.ts'));
  await cp('scripts/fences.mjs', join(house, 'scripts/fences.mjs'));
  await Promise.all(
    fences.map((fence, index) =>
      plant(plantedAt(index, fence.at), `export type { Planted } from '${fence.plant}';\n`),
    ),
  );
  await Promise.all(
    allowed.map(({ file, imports }) => plant(file, `export type { Planted } from '${imports}';\n`)),
  );
  await plant(
    'shared/token/left.ts',
    `import { right } from './right.ts';\nexport const left = () => right();\n`,
  );
  await plant(
    'shared/token/right.ts',
    `import { left } from './left.ts';\nexport const right = (): unknown => left();\n`,
  );
  await plant('shared/token/clock.ts', `export const now = Date.now();\nexport const die = Math.random();\n`);
  diagnostics = await lint();
});

afterAll(() => rm(house, { recursive: true, force: true }));

describe('a forbidden import is refused', () => {
  test.each(fences.map((fence, index) => ({ ...fence, index })))('$name: $plant in $at', (fence) => {
    const found = refusals(plantedAt(fence.index, fence.at), 'no-restricted-imports');
    expect(found.map(({ message, help }) => `${message} ${help ?? ''}`).join('\n')).toContain(fence.because);
  });

  test('a cycle', () => {
    expect(refusals('shared/token/left.ts', 'no-cycle')).toHaveLength(1);
  });

  test('a clock and a die in shared/', () => {
    expect(refusals('shared/token/clock.ts', 'no-restricted-properties')).toHaveLength(2);
  });
});

describe('what is allowed passes', () => {
  test.each(allowed)('$imports in $file', ({ file }) => {
    expect(refusals(file, 'no-restricted-imports')).toEqual([]);
  });
});
