/** The browser host's window: first paint, and typing accepted, against a page with one box in it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { startBrowser, startHost } from './browser-host.ts';
import { print, type Series } from './harness.ts';

const rounds = 9;

interface Times {
  readonly firstPaint: number;
  readonly typed: number;
}

/** Opens the address in a fresh context and types one letter into the first text box, as soon as there is one. */
const open = async (browser: Browser, address: string): Promise<Times> => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('textarea, input:not([type]), input[type="text"]').first().pressSequentially('c');
  const times = await page.evaluate(async () => {
    const typed = performance.now();
    const { promise, resolve } = Promise.withResolvers<number>();
    new PerformanceObserver((list) => resolve(list.getEntries()[0]?.startTime ?? 0)).observe({
      type: 'paint',
      buffered: true,
    });
    return { firstPaint: await promise, typed };
  });
  await context.close();
  return times;
};

const home = await mkdtemp(join(tmpdir(), 'why401-bench-'));
const browser = await startBrowser();
const bare = createServer((_request, response) => {
  response.setHeader('Content-Type', 'text/html');
  response.end('<!doctype html><title>bare</title><input autofocus>');
}).listen(0, '127.0.0.1');
await once(bare, 'listening');
const bareAddress = `http://127.0.0.1:${(bare.address() as AddressInfo).port}/`;

const started: number[] = [];
const times: { readonly why401: Times; readonly bare: Times }[] = [];
for (let round = 0; round <= rounds; round += 1) {
  const before = performance.now();
  const host = await startHost(home);
  const listening = performance.now() - before;
  const pair = { why401: await open(browser, host.address), bare: await open(browser, bareAddress) };
  if (round > 0) {
    started.push(listening);
    times.push(pair);
  }
  host.stop();
}

const series = (name: string, pick: (pair: (typeof times)[number]) => number): Series => ({
  name,
  milliseconds: times.map(pick),
});
print([
  series('bare page: first paint', (pair) => pair.bare.firstPaint),
  series('why401: first paint', (pair) => pair.why401.firstPaint),
]);
print([
  series('bare page: typing accepted', (pair) => pair.bare.typed),
  series('why401: typing accepted', (pair) => pair.why401.typed),
]);
print([{ name: 'browser host: started to listening', milliseconds: started }]);

await browser.close();
bare.close();
await rm(home, { recursive: true, force: true, maxRetries: 5 });
