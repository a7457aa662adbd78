/** The browser host and its window with a workspace of 2,000 requests, against one of ten. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { startBrowser, startHost } from './browser-host.ts';
import { print, type Series } from './harness.ts';

const rounds = 5;
const perFolder = 20;

interface Times {
  readonly listening: number;
  readonly tree: number;
  readonly opened: number;
  readonly filtered: number;
}

/** A data folder whose own workspace holds so many requests, twenty in a folder. */
const filledHome = async (count: number): Promise<string> => {
  const home = await mkdtemp(join(tmpdir(), 'why401-bench-'));
  const root = join(home, 'workspace');
  await mkdir(root, { recursive: true });
  await writeFile(join(root, 'why401.yaml'), 'version: 1\nname: Bench\n');
  for (let index = 0; index < count; index += 1) {
    const folder = join(root, 'requests', `Folder ${Math.floor(index / perFolder)}`);
    await mkdir(folder, { recursive: true });
    const text = [
      'version: 1',
      `id: request-${index}`,
      `name: request ${index}`,
      'method: GET',
      `url: https://api.example.com/v1/things/${index}`,
      'fields:',
      '  - name: Accept',
      '    value: application/json',
      '',
    ].join('\n');
    await writeFile(join(folder, `request-${index}.yaml`), text);
  }
  return home;
};

const measureOnce = async (browser: Browser, home: string): Promise<Times> => {
  const before = performance.now();
  const host = await startHost(home);
  const listening = performance.now() - before;
  const page = await browser.newPage();
  const begun = performance.now();
  await page.goto(host.address, { waitUntil: 'commit' });
  const row = (name: string) => page.getByRole('treegrid').getByText(name, { exact: true });
  await row('request 0').waitFor();
  const tree = performance.now() - begun;
  const clicked = performance.now();
  await row('request 3').click();
  await page.getByRole('textbox', { name: 'URL' }).waitFor();
  const opened = performance.now() - clicked;
  const typing = performance.now();
  await page.getByRole('searchbox', { name: 'Filter requests' }).fill('things/9 request');
  await row('request 9').waitFor();
  await row('request 0').waitFor({ state: 'hidden' });
  const filtered = performance.now() - typing;
  await page.close();
  host.stop();
  return { listening, tree, opened, filtered };
};

const homes = { 'ten requests': await filledHome(10), '2,000 requests': await filledHome(2000) };
const browser = await startBrowser();
const times = new Map<string, Times[]>();
for (let round = 0; round <= rounds; round += 1) {
  for (const [name, home] of Object.entries(homes)) {
    const measured = await measureOnce(browser, home);
    if (round > 0) times.set(name, [...(times.get(name) ?? []), measured]);
  }
}

const figures: Readonly<Record<keyof Times, string>> = {
  listening: 'host started to listening',
  tree: 'address entered to tree drawn',
  opened: 'request clicked to its address shown',
  filtered: 'filter typed to rows shown',
};
for (const [key, words] of Object.entries(figures) as [keyof Times, string][]) {
  const series = [...times].map(([name, list]): Series => ({
    name: `${name}: ${words}`,
    milliseconds: list.map((one) => one[key]),
  }));
  print(series);
}

await browser.close();
for (const home of Object.values(homes)) await rm(home, { recursive: true, force: true, maxRetries: 5 });
