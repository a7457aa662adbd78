import { expect, test } from './fixtures/app.ts';
import { startServer } from './fixtures/servers.ts';
import { MainWindow } from './pages/main-window.ts';

test('the main journey by keyboard alone, focus never lost', async ({ page }) => {
  let requests = 0;
  const server = await startServer((request, response) => {
    requests += 1;
    const isGood = request.headers.authorization === 'Bearer abcdefgh12345678';
    response.writeHead(isGood ? 200 : 401, isGood ? {} : { 'WWW-Authenticate': 'Bearer realm="a"' });
    response.end('{}');
  });
  const window = new MainWindow(page);
  // What closes gives the focus back in the next frame.
  const expectFocus = (): Promise<void> =>
    expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  try {
    await expect(page.getByRole('textbox', { name: 'Paste what fails' })).toBeFocused();
    await page.keyboard.insertText(
      `curl -H 'Authorization: Bearer Bearer abcdefgh12345678' ${server.origin}/me`,
    );
    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(window.url).toBeFocused();
    expect(requests).toBe(0);

    await page.keyboard.press('ControlOrMeta+Enter');
    await expect(window.verdict).toHaveText(/scheme stands twice/);
    await expect(page.getByRole('status').filter({ hasText: /scheme stands twice/ })).toHaveCount(1);
    expect(requests).toBe(1);

    await page.keyboard.press('ControlOrMeta+r');
    await expect(window.verdict).toHaveText(/^It helped/);
    expect(requests).toBe(2);
    await expectFocus();

    await page.keyboard.press('ControlOrMeta+s');
    await expect(page.getByRole('dialog').getByRole('textbox', { name: 'Name' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expectFocus();

    await page.keyboard.press('ControlOrMeta+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectFocus();
    await page.keyboard.type('settings');
    await expect(page.getByRole('option', { name: /^Settings/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expectFocus();

    const seen = new Set<string>();
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press('Tab');
      seen.add(
        await page.evaluate(
          () =>
            document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
        ),
      );
    }
    expect([...seen].some((name) => name.startsWith('Report'))).toBe(true);
    expect([...seen].some((name) => name.startsWith('Send'))).toBe(true);
  } finally {
    await server.close();
  }
});
