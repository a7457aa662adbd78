import { readFile } from 'node:fs/promises';
import type { Browser, Page } from '@playwright/test';

declare global {
  /** Milliseconds of each task above 50 ms, since it was last emptied. */
  var longTasks: number[];
  /** From each key that was pressed to the frame that shows it, milliseconds. */
  var keyTimes: number[];
}

/** Watches the page from its beginning. */
export const watchPage = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    globalThis.longTasks = [];
    globalThis.keyTimes = [];
    new PerformanceObserver((list) => {
      globalThis.longTasks.push(...list.getEntries().map(({ duration }) => duration));
    }).observe({ type: 'longtask', buffered: true });
    const shown = new MessageChannel();
    const begun: number[] = [];
    shown.port1.addEventListener('message', () => {
      const start = begun.shift();
      if (start !== undefined) globalThis.keyTimes.push(performance.now() - start);
    });
    shown.port1.start();
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        begun.push(timeStamp);
        // A message that is posted in a frame arrives when the frame is done.
        requestAnimationFrame(() => shown.port2.postMessage(undefined));
      },
      { capture: true },
    );
  });

/** The longest task above 50 ms while something is done; 0 where there was none. */
export const longestTask = async (page: Page, work: () => Promise<unknown>): Promise<number> => {
  await page.evaluate(() => {
    globalThis.longTasks = [];
  });
  await work();
  // The observer tells of a task after it is over.
  await page.waitForTimeout(300);
  return page.evaluate(() => Math.max(0, ...globalThis.longTasks));
};

/** Types so many letters, one after the other, into what has the focus; the times of all of them. */
export const typeLetters = async (page: Page, count: number): Promise<readonly number[]> => {
  await page.evaluate(() => {
    globalThis.keyTimes = [];
  });
  for (let at = 0; at < count; at += 1) await page.keyboard.press('x', { delay: 5 });
  await page.waitForTimeout(300);
  return page.evaluate(() => globalThis.keyTimes);
};

/** The value that 95 of 100 do not exceed. */
export const p95 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;

/** The most memory that a process has had, in bytes; only Linux says it. */
export const peakMemory = async (pid: number): Promise<number | undefined> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /VmHWM:\s+(\d+) kB/.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1024;
};

/** The most memory that any page's process has had. */
export const peakOfPages = async (browser: Browser): Promise<number | undefined> => {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const pages = processInfo.filter(({ type }) => type === 'renderer');
  const peaks = await Promise.all(pages.map(({ id }) => peakMemory(id)));
  const known = peaks.filter((peak) => peak !== undefined);
  return known.length === 0 ? undefined : Math.max(...known);
};
