import type { Locator } from '@playwright/test';
import { begin } from '../electron/engine/journeys/walk.test-support.ts';
import { journeys } from '../electron/engine/journeys/index.test-support.ts';
import type { Journey, World } from '../electron/engine/journeys/journey.test-support.ts';
import { approve } from '../electron/engine/journeys/world.test-support.ts';
import { causeTitle } from '../shared/diagnosis/words.ts';
import { zooMissing } from './fixtures/zoo.ts';
import { holdLoginPort } from './fixtures/login-port.ts';
import { expect, test, type Seeded } from './fixtures/seeded-window.ts';
import { MainWindow } from './pages/main-window.ts';

/**
 * Every journey of the engine's table once more as a person makes it: what fails is pasted or lies in the workspace, Send
 * is pressed, the verdict is read, and only what the window offers is clicked.
 */

const open = async ({ page, engine, world }: Seeded, journey: Journey): Promise<MainWindow> => {
  const window = new MainWindow(page);
  const start = await journey.start(world);
  if ('command' in start) {
    await window.start();
    await window.explain(start.command);
    await expect(window.url).toBeVisible();
    return window;
  }
  const { draft } = await begin(engine, start, journey.name);
  await engine.handlers.saveRequest({ draft });
  // Of a token that another host has got a window knows when it starts.
  if (start.profile?.token !== undefined) await page.reload();
  await window.openRequest(journey.name);
  return window;
};

/** Chooses the remedy where another one stands first, answers what it asks, and runs it. */
const mend = async (window: MainWindow, journey: Journey, press: RegExp, world: World): Promise<void> => {
  const remedies = window.diagnosis.getByRole('region', { name: 'What can be done' });
  const other = remedies.getByRole('listitem').getByRole('button', { name: press });
  if ((await other.count()) > 0) await other.first().click();
  for (const [label, value] of Object.entries((await journey.answers?.(world)) ?? {})) {
    await remedies.getByLabel(label, { exact: true }).fill(value);
  }
  // One that makes no sense yet counts down first.
  await remedies.getByRole('button', { name: press }).first().click({ timeout: 15_000 });
  const again = remedies.getByRole('button', { name: 'Send it a second time' });
  if (await again.isVisible()) await again.click();
};

/** Logs in where the window asks for it; nothing where the remedy needs no login. */
const logIn = async (window: MainWindow, helped: Locator): Promise<void> => {
  const link = window.page.getByRole('link', { name: /login page/ }).first();
  await expect(link.or(helped).first()).toBeVisible({ timeout: 15_000 });
  if (await link.isVisible()) await approve(await window.loginAddress());
};

/**
 * All of them take minutes, and the engine's own test walks them all: here each cause is met once, those first that end
 * accepted. WHY401_ALL_JOURNEYS=1 walks every one.
 */
const few = 27;

const chosen = ((): readonly Journey[] => {
  if (process.env['WHY401_ALL_JOURNEYS'] === '1') return journeys;
  const causes = new Map(journeys.toReversed().map((journey) => [journey.cause, journey]));
  const once = journeys.filter((journey) => causes.get(journey.cause) === journey);
  const mended = once.filter(({ press, clockMs }) => press !== undefined && clockMs === undefined);
  return [...mended, ...once.filter(({ press }) => press === undefined)].slice(0, few);
})();

// The login at the zoo has one port: one after the other, and apart from other specs.
test.describe.configure({ mode: 'default' });
holdLoginPort();

for (const journey of chosen) {
  test(`${causeTitle(journey.cause)}: ${journey.name}`, async ({ seeded }) => {
    const missing = seeded === undefined ? 'only in the browser host' : await zooMissing();
    test.skip(missing !== undefined, missing);
    test.skip(journey.clockMs !== undefined, 'the clock of a window cannot be set apart');
    test.setTimeout(60_000);
    if (seeded === undefined) return;
    const window = await open(seeded, journey);
    if (journey.waitMs !== undefined) await seeded.page.waitForTimeout(journey.waitMs);
    await window.send();
    const { press } = journey;
    if (press === undefined) {
      await window.diagnosis.getByRole('button', { name: 'Report', exact: true }).click();
      const report = window.page.getByRole('dialog', { name: 'Report' });
      await expect(report.getByRole('group', { name: 'Report' })).toContainText(`(\`${journey.cause}\`)`);
      await window.page.keyboard.press('Escape');
      await expect(report).toBeHidden();
      return;
    }
    const asksAtOnce = window.page.getByRole('link', { name: /login page/ }).first();
    await expect(window.verdict.or(asksAtOnce).first()).toBeVisible({ timeout: 15_000 });
    if (await asksAtOnce.isVisible()) await approve(await window.loginAddress());
    await expect(window.verdict).toBeVisible({ timeout: 15_000 });
    await mend(window, journey, press, seeded.world);
    const helped = window.verdict.filter({ hasText: /^It helped/ });
    await logIn(window, helped);
    await expect(helped).toBeVisible({ timeout: 20_000 });
    await expect(window.diagnosis.getByText(/^2\d\d$/).first()).toBeVisible();
    await window.diagnosis.getByRole('button', { name: 'Undo the change' }).click();
    await expect(window.page.getByText(/^Undone/).first()).toBeVisible();
    await expect(window.verdict).not.toHaveText(/^It helped/);
  });
}
