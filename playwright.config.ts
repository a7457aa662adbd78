import { defineConfig } from '@playwright/test';
import type { HostOption } from './e2e/fixtures/app.ts';

/** The same specs against both windowed hosts. Needs a build; `npm run e2e` sees to it. */
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
    trace: 'retain-on-failure',
    // Recording wants a download of Playwright's own.
    video: 'off',
  },
  projects: [
    { name: 'browser', use: { host: 'browser' } },
    // The page and the engine are the same in both hosts, and so is what axe finds in the one and what servers make of the
    // other: their long tables are walked once. What a host does by itself is in the other specs.
    {
      name: 'desktop',
      use: { host: 'desktop' },
      testIgnore: /(?:accessib[\w-]*|schemes|journeys|pictures)\.spec\.ts/,
    },
  ],
});
