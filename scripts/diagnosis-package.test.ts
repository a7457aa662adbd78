import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildDiagnosisPackage } from './diagnosis-package.mjs';
import { root } from './pinned-node.mjs';

/** A project of somebody else's, with the package in its node_modules. */
const project = mkdtempSync(join(tmpdir(), 'why401-outside-'));
const installed = join(project, 'node_modules/why401');
const module = join(installed, 'out/diagnosis/index.js');

beforeAll(async () => {
  mkdirSync(installed, { recursive: true });
  cpSync(join(root, 'package.json'), join(installed, 'package.json'));
  await buildDiagnosisPackage(join(installed, 'out/diagnosis'));
}, 120_000);

afterAll(() => rmSync(project, { recursive: true, force: true }));

const entry = {
  startedDateTime: '2026-01-01T12:00:00.000Z',
  time: 80,
  request: {
    method: 'GET',
    url: 'https://api.example/v1/me',
    httpVersion: 'HTTP/1.1',
    headers: [{ name: 'Authorization', value: 'Bearer Bearer abcdefgh12345678' }],
  },
  response: {
    status: 401,
    statusText: 'Unauthorized',
    httpVersion: 'HTTP/1.1',
    headers: [{ name: 'WWW-Authenticate', value: 'Bearer realm="api"' }],
    content: { mimeType: 'text/plain', text: '' },
  },
};

test('plain Node imports it from outside and explains an entry of a HAR', () => {
  const script = `
    import { causeTitle, diagnose, readHar } from 'why401/diagnosis';
    const read = readHar({ log: { version: '1.2', creator: { name: 'x', version: '1' }, entries: [${JSON.stringify(entry)}] } });
    const [first] = diagnose(read.attempt).findings;
    console.log(JSON.stringify({ cause: first.cause, words: causeTitle(first.cause), sure: first.confidence > 0.9 }));
  `;
  writeFileSync(join(project, 'look.mjs'), script);
  const { stdout, stderr } = spawnSync(process.execPath, ['look.mjs'], { cwd: project, encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(JSON.parse(stdout)).toEqual({
    cause: 'header-malformed',
    words: 'Credential header malformed',
    sure: true,
  });
});

test('it imports nothing, neither packages nor what Node offers', () => {
  expect(readFileSync(module, 'utf8')).not.toMatch(
    /^\s*(?:import\s[^(]|import\s*["']|export .* from )|\brequire\(/m,
  );
});

test('it asks for no window, no process and no network', () => {
  expect(readFileSync(module, 'utf8')).not.toMatch(
    /\b(?:window|document|process|XMLHttpRequest|localStorage)\.\w|\bfetch\(|Date\.now\(|Math\.random\(/,
  );
});

test('a strict project of somebody else’s compiles against its types', () => {
  writeFileSync(
    join(project, 'look.ts'),
    `import { attemptOfRecords, diagnose, type Cause, type Diagnosis } from 'why401/diagnosis';
     const found: Diagnosis = diagnose(attemptOfRecords([{ method: 'GET', url: 'https://a.example/', status: 401 }]));
     const cause: Cause | undefined = found.findings[0]?.cause;
     export { cause };
     // @ts-expect-error a status is a number
     diagnose(attemptOfRecords([{ method: 'GET', url: '', status: '401' }]));`,
  );
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const options = [
    '--noEmit',
    '--strict',
    '--skipLibCheck',
    '--target',
    'es2024',
    '--module',
    'nodenext',
    'look.ts',
  ];
  const { status, stdout } = spawnSync(process.execPath, [tsc, ...options], {
    cwd: project,
    encoding: 'utf8',
  });
  expect(stdout).toBe('');
  expect(status).toBe(0);
  expect(existsSync(join(installed, 'out/diagnosis/types/diagnosis/api.d.ts'))).toBe(true);
}, 60_000);
