import { expect, test } from './fixtures/app.ts';
import { startRecordingServer } from './fixtures/recording-server.ts';
import { MainWindow } from './pages/main-window.ts';
import { Palette } from './pages/palette.ts';

test('the palette finds commands, requests, attempts and pages of the guide, what was used lately first', async ({
  page,
}) => {
  const server = await startRecordingServer({ '/teapots': { status: 418, body: '{"kind":"earl grey"}' } });
  const window = new MainWindow(page);
  const palette = new Palette(page);
  await window.sendPasted(`curl ${server.origin}/teapots`);
  await window.expectStatus(418);
  await window.saveRequest('brew');
  await window.newRequest();

  // By name, by initials, and an attempt by what its answer said.
  for (const [typed, found] of [
    ['brew', /brew/],
    ['nr', /^New request/],
    ['earl grey', /418/],
    ['guide sharing', /Guide: Sharing safely/],
  ] as const) {
    await palette.open();
    await palette.search.fill(typed);
    await expect(palette.dialog.getByRole('option', { name: found }).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(palette.dialog).toBeHidden();
  }

  await palette.run('Guide: Sharing safely');
  const guide = page.getByRole('dialog', { name: 'Guide' });
  await expect(guide.getByRole('heading', { name: 'Sharing safely' })).toBeVisible();
  await expect(guide.getByRole('img').first()).toHaveJSProperty('complete', true);
  await guide.getByRole('button', { name: 'Files and the vault' }).first().click();
  await expect(guide.getByRole('heading', { name: 'The vault', exact: true })).toBeVisible();
  await guide.getByRole('button', { name: 'Close' }).click();
  await palette.open();
  await expect(
    palette.dialog.getByRole('group', { name: 'Used lately' }).getByRole('option').first(),
  ).toHaveText(/Guide: Sharing safely/);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Help' }).click();
  await page.getByRole('menuitem', { name: 'Getting started' }).click();
  await expect(guide.getByRole('heading', { name: 'Getting started' })).toBeVisible();
  await server.close();
});
