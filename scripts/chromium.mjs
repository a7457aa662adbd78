import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { childEnvironment } from './pinned-node.mjs';
import { findProgram } from './find-program.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** Playwright's own download, if it was made. */
const ofPlaywright = async () => {
  const { chromium } = await import('@playwright/test');
  const file = chromium.executablePath();
  return file !== '' && existsSync(file) ? file : undefined;
};

/**
 * A Chromium on this machine: what PW_CHROMIUM names, one on PATH, or Playwright's own.
 *
 * @returns {Promise<string | undefined>}
 */
export const findChromium = async () => {
  const named = process.env.PW_CHROMIUM;
  if (named !== undefined && named !== '') return named;
  return findProgram(...names) ?? (await ofPlaywright());
};

/** @type {(command: string, args: readonly string[]) => boolean} */
const run = (command, args) => {
  console.log(`  ${[command, ...args].join(' ')}`);
  const { status } = spawnSync(command, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 300_000,
    shell: process.platform === 'win32',
    env: childEnvironment({ DEBIAN_FRONTEND: 'noninteractive' }),
  });
  return status === 0;
};

/** Finds a Chromium, or installs one: from Debian's packages where we may, otherwise Playwright's. */
export const ensureChromium = async () => {
  const found = await findChromium();
  if (found !== undefined) return found;
  console.log('No Chromium found. Installing one:');
  const install = ['install', '-y', '--no-install-recommends', 'chromium'];
  if (findProgram('apt-get') !== undefined && process.getuid?.() === 0) {
    if (!run('apt-get', install) && run('apt-get', ['update'])) run('apt-get', install);
  } else {
    run('playwright', ['install', 'chromium']);
  }
  return findChromium();
};
