/** The browser host's window: first paint, and typing accepted, against a page with one box in it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';
import { findChromium } from '../scripts/chromium.mjs';
import { print, type Series } from './harness.ts';

const rounds = 9;

interface Times {
  readonly firstPaint: number;
  readonly typed: number;
}

const addressOf = (host: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let printed = '';
    host.once('exit', (code) => reject(new Error(`The browser host ended with ${String(code)}.`)));
    host.stdout?.on('data', (piece: Buffer) => {
      printed += piece.toString();
      const [address] = /http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+/.exec(printed) ?? [];
      if (address !== undefined) resolve(address);
    });
  });

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
const executablePath = await findChromium();
const browser = await chromium.launch({
  ...(executablePath === undefined ? {} : { executablePath }),
  args: ['--disable-gpu'],
});
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
  const host = spawn(process.execPath, ['out/cli/why401.js', 'serve', '--port', '0', '--no-open'], {
    env: { ...process.env, WHY401_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await addressOf(host);
  const listening = performance.now() - before;
  const pair = { why401: await open(browser, address), bare: await open(browser, bareAddress) };
  if (round > 0) {
    started.push(listening);
    times.push(pair);
  }
  host.removeAllListeners('exit');
  host.kill();
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
