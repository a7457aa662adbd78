import { expect, test } from './fixtures/app.ts';
import { startRecordingServer } from './fixtures/recording-server.ts';
import { MainWindow } from './pages/main-window.ts';
import { Palette } from './pages/palette.ts';
import { Sidebar } from './pages/sidebar.ts';

/** A person finds again what was sent, keeps what matters and lets go of the rest. */

test('the history is narrowed down by words and keys, pinned, and thinned with a second thought', async ({
  app,
}) => {
  const server = await startRecordingServer({
    '/orders': { status: 403, body: '{"error":"forbidden"}' },
    '/me': { status: 200, body: '{"name":"Ada"}' },
  });
  const window = new MainWindow(app.page);
  await window.sendPasted(`curl ${server.origin}/orders`);
  await window.expectStatus(403);
  await window.newRequest();
  await window.url.fill(`${server.origin}/me`);
  await window.send();
  await window.expectStatus(200);
  const sidebar = new Sidebar(app.page);
  const orders = sidebar.sent(/403 GET orders/);
  const me = sidebar.sent(/200 GET me/);
  await sidebar.choose(me, 'Pin, and keep for good');
  await expect(sidebar.sent(/200 GET me, pinned/)).toHaveCount(1);

  await app.page.getByRole('button', { name: 'Search history' }).click();
  const search = app.page.getByRole('textbox', { name: 'Search history' });
  await search.fill('status:4xx host:127.0.0.1 forbidden');
  await expect(me).toHaveCount(0);
  await expect(orders).toHaveCount(1);
  await search.fill('');
  const pinned = app.page.getByRole('button', { name: 'Pinned', exact: true });
  await pinned.click();
  await expect(search).toHaveValue('is:pinned');
  await expect(orders).toHaveCount(0);
  await expect(me).toHaveCount(1);
  await pinned.click();

  await sidebar.choose(orders, 'Delete from history');
  await expect(orders).toHaveCount(0);
  await sidebar.undo(/GET/);
  await expect(orders).toHaveCount(1);
  await server.close();
});

test('two attempts are compared, one is kept with its secrets by consent, and all go with a second thought', async ({
  app,
}) => {
  const server = await startRecordingServer({ '/orders': { status: 401, body: '{}' } });
  const window = new MainWindow(app.page);
  const sidebar = new Sidebar(app.page);
  for (const token of ['first-token-1234567', 'second-token-1234567']) {
    await window.start();
    await window.sendPasted(`curl -H 'Authorization: Bearer ${token}' ${server.origin}/orders`);
    await window.expectStatus(401);
  }
  const rows = sidebar.sent(/401 GET orders/);
  await expect(rows).toHaveCount(2);
  await sidebar.choose(rows.nth(1), 'Compare with what is shown');
  await expect(app.page.getByRole('group', { name: 'Differences' })).toBeVisible();

  await sidebar.choose(rows.first(), 'Pin with its secrets…');
  const consent = app.page.getByRole('dialog', { name: 'Keep the secrets of this attempt?' });
  await expect(consent.getByRole('listitem')).toHaveText(/orders.*Authorization/);
  await consent.getByRole('button', { name: 'Keep them, encrypted' }).click();
  await expect(sidebar.sent(/pinned with its secrets/)).toHaveCount(1);
  await app.restart();
  const again = new Sidebar(app.page);
  await again.sent(/pinned with its secrets/).click();
  await app.page.getByRole('region', { name: 'Exchange' }).getByRole('tab', { name: /^Wire/ }).click();
  await app.page.getByRole('button', { name: 'Show secrets for 30 s' }).click();
  await expect(
    app.page
      .getByRole('region', { name: 'Exchange' })
      .getByText(/second-token-1234567/)
      .first(),
  ).toBeVisible();

  const all = again.history.getByRole('row');
  const count = await all.count();
  const palette = new Palette(app.page);
  await palette.run('Delete the whole history');
  await expect(all).toHaveCount(0);
  await again.undo(/whole history/);
  await expect(all).toHaveCount(count);
  await server.close();
});
