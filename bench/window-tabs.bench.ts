/** From a key in the address to its frame, with one request open and with thirty, against a page with one box in it. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { startBrowser, startHost } from './browser-host.ts';
import { print } from './harness.ts';
import { p95, typeLetters, watchPage } from './page-measures.ts';

const letters = 60;
const manyTabs = 30;

/** The address of a request without a name is its name: the row of its tab and that of the tree change with it. */
const typeInAddress = async (page: Page): Promise<readonly number[]> => {
  await page.getByRole('textbox', { name: 'URL' }).click();
  await typeLetters(page, 10);
  return typeLetters(page, letters);
};

const openOneMore = async (page: Page, count: number): Promise<void> => {
  await page.getByRole('button', { name: 'New request' }).first().click();
  await page
    .getByRole('grid', { name: 'Open requests' })
    .getByRole('row')
    .nth(count - 1)
    .waitFor();
};

const bare = createServer((_request, response) => {
  response.setHeader('Content-Type', 'text/html');
  response.end('<!doctype html><title>bare</title><input aria-label="URL">');
}).listen(0, '127.0.0.1');
await once(bare, 'listening');

const home = await mkdtemp(join(tmpdir(), 'why401-bench-'));
const host = await startHost(home);
const browser = await startBrowser();
const page = await browser.newPage();
await watchPage(page);
await page.goto(host.address);
await openOneMore(page, 1);
const withOne = await typeInAddress(page);
for (let count = 2; count <= manyTabs; count += 1) await openOneMore(page, count);
const withMany = await typeInAddress(page);
await page.close();

const barePage = await browser.newPage();
await watchPage(barePage);
await barePage.goto(`http://127.0.0.1:${(bare.address() as AddressInfo).port}/`);
const inBare = await typeInAddress(barePage);

console.log('\n  From a key in the address to its frame');
print([
  { name: 'a bare page', milliseconds: inBare },
  { name: 'one request open', milliseconds: withOne },
  { name: `${manyTabs} requests open`, milliseconds: withMany },
]);
console.log(
  `  95 of 100 keys: bare ${p95(inBare).toFixed(1)} ms, one ${p95(withOne).toFixed(1)} ms, ${manyTabs} ${p95(withMany).toFixed(1)} ms`,
);

await browser.close();
host.stop();
bare.close();
await rm(home, { recursive: true, force: true, maxRetries: 5 });
