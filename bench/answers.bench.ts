/**
 * The window with answers in it, on the browser host: very large ones, typing beside one of 5 MB, and how long an answer
 * takes to be seen; against a bare page where there is something to compare.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startAnswers } from './answers-server.ts';
import { startBrowser, startHost } from './browser-host.ts';
import { print } from './harness.ts';
import { longestTask, p95, peakMemory, peakOfPages, typeLetters, watchPage } from './page-measures.ts';

const allowedTask = 200;
const keys = 60;
/** Each in a request of its own, since an answer is told from the one before by being there at all. */
const sends = 9;

const home = await mkdtemp(join(tmpdir(), 'why401-bench-'));
const server = await startAnswers();
const host = await startHost(home);
const browser = await startBrowser();
const context = await browser.newContext({ viewport: { width: 1360, height: 860 } });

const opened = async (address: string): Promise<Page> => {
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await watchPage(page);
  await page.goto(address);
  return page;
};

const figures = (bytes: number | undefined): string =>
  bytes === undefined ? 'not measured here' : `${Math.round(bytes / 1e6)} MB`;

/** Says how a step went, and remembers whether any was too slow. */
let tooSlow = false;
const tell = (step: string, task: number): void => {
  tooSlow ||= task > allowedTask;
  const words = task === 0 ? 'none above 50 ms' : `${task.toFixed(0)} ms`;
  console.log(`  ${step.padEnd(44)} longest task ${words}${task > allowedTask ? '  TOO LONG' : ''}`);
};

const page = await opened(host.address);
const exchange = page.getByRole('region', { name: 'Exchange' });
const url = page.getByRole('textbox', { name: 'URL' });
const sendButton = page.getByRole('button', { name: /^Send\b/ }).first();
const mode = (name: string): Promise<void> => page.getByRole('radio', { name, exact: true }).click();

const request = async (path: string): Promise<void> => {
  await page.getByRole('button', { name: 'New request' }).first().click();
  await url.fill(`${server.origin}${path}`);
};
/** Sends, and waits until the answer's status and the Body tab are there. */
const send = async (path: string): Promise<void> => {
  await request(path);
  await sendButton.click();
  await exchange.getByText('200', { exact: true }).first().waitFor();
  await exchange.getByRole('tab', { name: /^Body/ }).click();
};

// What a window does for its first answer it would do for a small one as well.
const first = await longestTask(page, () => send('/small'));
console.log(
  `  ${'The first answer of a window, a small one'.padEnd(44)} longest task ${first.toFixed(0)} ms`,
);

const bare = await opened(`${server.origin}/`);
/** From the press to the frame in which the answer's text stands, milliseconds. */
const timeToAnswer = async (of: Page, button: string, text: string): Promise<number> => {
  await of.bringToFront();
  return of.evaluate(
    ([name, wanted]) =>
      new Promise<number>((resolve) => {
        const found = [...document.querySelectorAll('button')].find((one) =>
          one.textContent.startsWith(name),
        );
        const before = document.body.textContent.split(wanted).length;
        const begun = performance.now();
        const look = (): void => {
          if (document.body.textContent.split(wanted).length > before) resolve(performance.now() - begun);
          else requestAnimationFrame(look);
        };
        found?.click();
        look();
      }),
    [button, text] as const,
  );
};

const answered: { readonly bare: number; readonly why401: number }[] = [];
for (let round = 0; round <= sends; round += 1) {
  await request('/small');
  const why401 = await timeToAnswer(page, 'Send', '200OK');
  await bare.reload();
  const plain = await timeToAnswer(bare, 'Send', 'customer 1');
  if (round > 0) answered.push({ bare: plain, why401 });
}
console.log('\n  From Send to the answer');
print([
  { name: 'bare page: fetch', milliseconds: answered.map((one) => one.bare) },
  { name: 'why401', milliseconds: answered.map((one) => one.why401) },
]);
console.log();

// A page behind another one draws once in a second.
await page.bringToFront();
const whole = exchange.getByText(/too large for the editor|rows of their own$|read as they are opened/);

tell('100 MB of JSON: sent and shown', await longestTask(page, () => send('/huge')));
const started = performance.now();
tell('100 MB of JSON: laid out to its end', await longestTask(page, () => whole.waitFor()));
console.log(
  `  ${'100 MB of JSON: laid out within'.padEnd(44)} ${(performance.now() - started).toFixed(0)} ms`,
);
tell(
  '100 MB of JSON: scrolled through',
  await longestTask(page, async () => {
    const box = page.getByRole('group', { name: 'Body', exact: true });
    await box.hover();
    for (let at = 0; at < 20; at += 1) await page.mouse.wheel(0, 2_000);
    await box.press('End');
    await exchange.getByText(']', { exact: true }).waitFor();
  }),
);
tell(
  '100 MB of JSON: searched',
  await longestTask(page, async () => {
    await page.getByRole('button', { name: 'Search in the body' }).click();
    await page.getByRole('textbox', { name: 'Search in the body' }).fill('customer 400000"');
    await exchange.getByText('1 of 1', { exact: true }).waitFor();
    await exchange.locator('mark').first().waitFor();
    await page.getByRole('button', { name: 'Close the search' }).click();
  }),
);
tell(
  '100 MB of JSON: as a tree',
  await longestTask(page, async () => {
    await mode('Tree');
    await page.getByRole('treeitem').nth(3).click();
    await page.getByText(/email/).first().waitFor();
  }),
);
console.log(
  `  ${'100 MB of JSON: most memory of the page'.padEnd(44)} ${figures(await peakOfPages(browser))}`,
);
console.log(
  `  ${'100 MB of JSON: most memory of the host'.padEnd(44)} ${figures(await peakMemory(host.pid))}`,
);
tell(
  '100 MB of JSON: filtered by a path',
  await longestTask(page, async () => {
    await page.getByRole('textbox', { name: 'Filter the body' }).fill('$[400000].name');
    await exchange.getByText('1 found', { exact: true }).waitFor();
  }),
);
console.log(
  `  ${'100 MB of JSON: most memory, read into values'.padEnd(44)} ${figures(await peakOfPages(browser))}`,
);
tell(
  'One line of 20 MB: sent and shown',
  await longestTask(page, async () => {
    await send('/line');
    await whole.waitFor();
  }),
);
tell(
  'One line of 20 MB: searched',
  await longestTask(page, async () => {
    await page.getByRole('button', { name: 'Search in the body' }).click();
    await page.getByRole('textbox', { name: 'Search in the body' }).fill('without');
    await exchange.getByText('1 of the first 10000', { exact: true }).waitFor();
  }),
);

await send('/five');
await whole.waitFor();
await url.click();
const inUrl = await typeLetters(page, keys);
await page.getByRole('tab', { name: /^Body/ }).first().click();
await page.getByRole('radio', { name: 'JSON' }).first().click();
const editorStarted = performance.now();
const editor = page.getByRole('textbox', { name: /^Body/ }).first();
await editor.focus();
const editorUsable = performance.now() - editorStarted;
// The first letters make the editor load what it checks the language with.
await typeLetters(page, 5);
const inEditor = await typeLetters(page, keys);

await bare.bringToFront();
await bare.getByRole('textbox').click();
const inBare = await typeLetters(bare, keys);
console.log('\n  From a key to its frame, with 5 MB of JSON open');
print([
  { name: 'bare page', milliseconds: inBare },
  { name: 'why401: URL', milliseconds: inUrl },
  { name: 'why401: body editor', milliseconds: inEditor },
]);
for (const [name, times] of [
  ['bare page', inBare],
  ['why401: URL', inUrl],
  ['why401: body editor', inEditor],
] as const) {
  console.log(
    `  p95 ${name.padEnd(20)} ${p95(times).toFixed(1).padStart(7)} ms   × ${(p95(times) / p95(inBare)).toFixed(2)}`,
  );
}
console.log(`  ${'body editor usable after'.padEnd(24)} ${editorUsable.toFixed(0).padStart(7)} ms`);

await browser.close();
host.stop();
server.close();
await rm(home, { recursive: true, force: true, maxRetries: 5 });
process.exit(tooSlow ? 1 : 0);
