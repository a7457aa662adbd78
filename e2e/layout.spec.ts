import { expect, test } from './fixtures/app.ts';
import { MainWindow } from './pages/main-window.ts';
import { Palette } from './pages/palette.ts';

/** Panes are drawn, folded and remembered; nothing is cut off in small windows or large ones. */

const sizes = [
  { width: 480, height: 800 },
  // 1280 × 800 at 200 %.
  { width: 640, height: 400 },
  { width: 2560, height: 1300 },
];

test('panes are drawn by pointer and key, sections fold, and both are remembered', async ({ app }) => {
  const line = () => app.page.getByRole('separator', { name: 'Width of the sidebar' });
  const place = async (): Promise<number> => (await line().boundingBox())?.x ?? 0;
  await expect(line()).toBeVisible();
  const before = await place();
  await app.page.mouse.move(before, 500);
  await app.page.mouse.down();
  await app.page.mouse.move(before + 100, 500, { steps: 4 });
  await app.page.mouse.up();
  await expect.poll(place).toBeGreaterThan(before + 90);
  await line().focus();
  await app.page.keyboard.press('ArrowLeft');
  await expect.poll(place).toBeLessThan(before + 90);
  const drawn = await place();
  await app.page.getByRole('button', { name: 'Profiles', exact: true }).click();
  await expect(app.page.getByText('One login, used by many requests')).toBeHidden();
  // Stored when the drawing rests.
  await app.page.waitForTimeout(700);
  await app.restart();
  await expect(line()).toBeVisible();
  expect(Math.abs((await place()) - drawn)).toBeLessThan(3);
  await expect(app.page.getByRole('button', { name: 'Profiles', exact: true })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
});

test('whatever the size of the window, nothing is wider than it and every part can be reached', async ({
  page,
}) => {
  const window = new MainWindow(page);
  await page.emulateMedia({ reducedMotion: 'reduce', forcedColors: 'active' });
  await page
    .getByRole('button', { name: /Access token expired/ })
    .first()
    .click();
  await expect(window.verdict).toBeVisible();
  for (const size of sizes) {
    await test.step(`${size.width} × ${size.height}`, async () => {
      await page.setViewportSize(size);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      for (const part of [
        window.url,
        window.requestTab('Settings'),
        window.exchangeTab('Wire'),
        window.verdict,
        window.remedy(/Refresh token and retry/),
      ]) {
        await part.scrollIntoViewIfNeeded();
        await expect(part).toBeInViewport({ ratio: 0.5 });
      }
      await new Palette(page).open();
      await page.keyboard.press('Escape');
    });
  }
  const running = await page.evaluate(
    () => document.getAnimations().filter(({ playState }) => playState === 'running').length,
  );
  expect(running).toBe(0);
});

test('the tab of the shown request stays in sight when the window gets narrow', async ({ page }) => {
  const window = new MainWindow(page);
  for (const name of ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta']) {
    await window.newRequest();
    await window.url.fill(`https://api.example/${name}`);
  }
  await page.setViewportSize({ width: 480, height: 700 });
  await expect(window.tab('zeta')).toBeInViewport({ ratio: 0.9 });
  await expect(window.tab('alpha')).not.toBeInViewport();
});
