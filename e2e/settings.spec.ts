import { expect, test } from './fixtures/app.ts';
import { startRecordingServer } from './fixtures/recording-server.ts';
import { MainWindow } from './pages/main-window.ts';
import { SettingsDialog } from './pages/settings-dialog.ts';

/** What a person sets holds at once, after a restart, and can be found by a word. */

test('keys are looked up, given anew, refused where they belong to another, and kept', async ({ app }) => {
  const server = await startRecordingServer({ '/': { status: 200, body: '{}' } });
  const window = new MainWindow(app.page);
  await window.newRequest();
  await app.page.keyboard.press('Tab');
  await app.page.keyboard.press('?');
  const sheet = app.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByText('Send request')).toBeVisible();
  await sheet.getByRole('button', { name: 'Change them…' }).click();

  const settings = new SettingsDialog(app.page);
  await expect(settings.search).toHaveValue('shortcuts');
  await settings.search.fill('send request');
  await app.page.getByRole('button', { name: /^Send request: / }).click();
  const recorder = app.page.getByRole('textbox', { name: 'New keys for Send request' });
  await expect(recorder).toBeFocused();
  await app.page.keyboard.press('ControlOrMeta+s');
  await expect(recorder).toHaveAccessibleDescription(/belongs to “Save request”/);
  await app.page.keyboard.press('ControlOrMeta+j');
  await expect(app.page.getByRole('button', { name: /^Send request: (Ctrl J|⌘J)/ })).toBeFocused();
  await settings.close();
  await window.url.fill(`${server.origin}/`);
  await app.page.keyboard.press('ControlOrMeta+j');
  await window.expectStatus(200);

  await app.restart();
  const again = new SettingsDialog(app.page);
  await again.open();
  await again.search.fill('send request');
  await app.page.getByRole('button', { name: 'Usual keys for Send request' }).click();
  await expect(app.page.getByRole('button', { name: /^Send request: (Ctrl ⏎|⌘⏎)/ })).toBeVisible();
  await server.close();
});

test('settings are found by a word, and the look holds after a restart', async ({ app }) => {
  const settings = new SettingsDialog(app.page);
  await settings.open();
  await settings.search.fill('timeout');
  await expect(settings.dialog.getByRole('textbox', { name: 'Deadline' })).toBeVisible();
  await expect(settings.dialog.getByRole('textbox')).toHaveCount(1);
  await settings.search.fill('teapot');
  await expect(settings.dialog.getByRole('status')).toHaveText('No setting matches “teapot”.');
  await settings.dialog.getByRole('button', { name: 'Show all settings' }).click();

  const bar = app.page.locator('header').first();
  const before = await bar.evaluate((element) => element.clientHeight);
  await settings.dialog.getByRole('radio', { name: 'Compact' }).click();
  await settings.dialog.getByRole('radio', { name: 'Dark' }).click();
  await expect.poll(() => bar.evaluate((element) => element.clientHeight)).toBeLessThan(before);
  // Stored when the clicking rests.
  await app.page.waitForTimeout(700);
  await app.restart();
  await expect(app.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(app.page.locator('html')).toHaveAttribute('data-density', 'compact');
});
