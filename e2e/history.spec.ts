import { expect, test } from './fixtures/app.ts';
import { startRecordingServer } from './fixtures/recording-server.ts';
import { MainWindow } from './pages/main-window.ts';
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
