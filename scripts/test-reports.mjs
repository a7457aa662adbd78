/**
 * A part's result: how many passed, failed and were skipped, and the reasons for the skips.
 *
 * @typedef {{ passed: number, failed: number, skipped: number, reasons: string[] }} Result
 */

/**
 * What is read of Vitest's report.
 *
 * @typedef {object} VitestReport
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} [numTodoTests]
 * @property {readonly { status: string, assertionResults: readonly { status: string }[] }[]} testResults
 */

/**
 * What is read of Playwright's report.
 *
 * @typedef {{ type: string, description?: string }} Annotation
 * @typedef {{ status: string, projectName: string, annotations: readonly Annotation[] }} Test
 * @typedef {{ specs?: readonly { tests: readonly Test[] }[], suites?: readonly Suite[] }} Suite
 * @typedef {{ suites: readonly Suite[], errors?: readonly unknown[] }} PlaywrightReport
 */

/**
 * One that either passes or fails, such as a format check.
 *
 * @type {(ok: boolean) => Result}
 */
export const single = (ok) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, reasons: [] });

/**
 * "reason (3 tests)" for each different reason.
 *
 * @param {readonly string[]} reasons
 */
export const countedReasons = (reasons) => {
  const counts = new Map();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => (count === 1 ? reason : `${reason} (${count} tests)`));
};

/**
 * Vitest's JSON report, and what the tests printed: a line "skipped: …" is a reason.
 *
 * @type {(report: VitestReport, output: string) => Result}
 */
export const ofVitest = (report, output) => {
  const failedFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  const reasons = [...output.matchAll(/^\s*skipped: (.+)$/gm)].map(([, reason = '']) => reason);
  return {
    passed: report.numPassedTests,
    // A file that could not be loaded has no tests that could fail.
    failed: report.numFailedTests + failedFiles.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
    reasons: countedReasons(reasons),
  };
};

/** @type {(suite: Suite) => readonly { tests: readonly Test[] }[]} */
const specsOf = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsOf)];

/**
 * Playwright's JSON report: an annotation of a skipped test is its reason.
 *
 * @type {(report: PlaywrightReport) => Result}
 */
export const ofPlaywright = (report) => {
  const tests = report.suites.flatMap(specsOf).flatMap(({ tests }) => tests);
  const skipped = tests.filter(({ status }) => status === 'skipped');
  const reasons = skipped.map(
    ({ projectName, annotations }) =>
      `${projectName}: ${annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given'}`,
  );
  const failed = tests.filter(({ status }) => status === 'unexpected').length;
  return {
    passed: tests.length - skipped.length - failed,
    failed: failed + (report.errors ?? []).length,
    skipped: skipped.length,
    reasons: countedReasons(reasons),
  };
};

/** @type {(results: readonly Result[], key: 'passed' | 'failed' | 'skipped') => number} */
const sum = (results, key) => results.reduce((total, result) => total + result[key], 0);

/**
 * The closing line.
 *
 * @param {readonly Result[]} results
 */
export const closingLine = (results) => {
  const skipped = sum(results, 'skipped');
  return `${sum(results, 'passed')} passed, ${sum(results, 'failed')} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
};
