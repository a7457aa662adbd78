import { defineConfig } from '@playwright/test';
import type { HostOption } from './e2e/fixtures/app.ts';

// Snapshots of the page at every step cost an eighth of the whole run; a failed test's steps and screenshot mostly do.
const snapshots = process.env['WHY401_TRACE'] === 'full';

/** The specs against both windowed hosts. Needs a build; `npm run e2e` sees to it. */
export default defineConfig<object, HostOption>({
  testDir: 'e2e',
  outputDir: 'test-results',
  forbidOnly: process.env['CI'] !== undefined,
  fullyParallel: true,
  workers: 2,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1360, height: 860 },
    screenshot: 'only-on-failure',
    trace: { mode: 'retain-on-failure', screenshots: snapshots, snapshots },
    // Recording wants a download of Playwright's own.
    video: 'off',
  },
  projects: [
    { name: 'browser', use: { host: 'browser' } },
    // The page and the engine are the same in both hosts. Walked in both: what a host does by itself (start and end,
    // files, keychain, clipboard, dialogs, sign-in, menus), and of the verdicts those that go through its own network:
    // a token endpoint, a redirect, a proxy.
    {
      name: 'desktop',
      use: { host: 'desktop' },
      testMatch:
        /(?:exporting|hosts|importing|keeping|keyboard|oauth|outcomes|pasting|tabs|verdicts)\.spec\.ts/,
      grepInvert: [
        /^(?!.*(?:expired token|redirect|proxy)).*: read the cause, mend it/,
        /a server that does not answer|a remedy sends a POST|the tree is arranged|pasted into the (?:first screen|palette)/,
      ],
    },
  ],
});
