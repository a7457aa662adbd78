import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from './fixtures/app.ts';
import { expectAccessible } from './fixtures/axe.ts';
import { MainWindow } from './pages/main-window.ts';

/** A JSON body as a tree: opened, filtered, its paths copied, by keyboard alone. */

let server: Server;
let origin = '';

test.beforeAll(async () => {
  server = createServer((_, response) => {
    response.setHeader('Content-Type', 'application/json');
    response.end(
      JSON.stringify({
        items: [
          { id: 1, name: 'first' },
          { id: 2, name: 'second' },
        ],
        access_token: 'body-token-secret-88',
      }),
    );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test('opens, filters and gives paths', async ({ app, page }) => {
  const window = new MainWindow(page);
  await window.sendPasted(`curl ${origin}/items`);
  await window.expectStatus(200);
  await page.getByRole('tab', { name: 'Body' }).last().click();
  await page.getByRole('button', { name: 'Search in the body' }).click();
  await page.getByRole('textbox', { name: 'Find' }).fill('second');
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('radio', { name: 'Tree' }).click();
  const tree = page.getByRole('tree', { name: 'Body as a tree' });
  const row = (name: string) => tree.getByRole('treeitem', { name, exact: true });
  await expect(row('access_token: "••••••••88"')).toBeVisible();
  await expect(page.getByText('body-token-secret-88')).toHaveCount(0);
  await expectAccessible(page, 'the body as a tree');

  await tree.focus();
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowDown', 'Enter'])
    await page.keyboard.press(key);
  await expect.poll(() => app.readClipboard()).toBe("$['items'][0]['id']");

  const filter = page.getByRole('textbox', { name: 'Filter the body' });
  await filter.fill('second');
  await expect(row("$['items'][1]['name']: \"second\"")).toBeVisible();
  await filter.fill('$..[?@.id > 1].name');
  await expect(page.getByText('1 found', { exact: true })).toBeVisible();
  await filter.fill('$[');
  await expect(page.getByText(/^This is no JSONPath:/)).toBeVisible();
  await filter.fill('nowhere in it');
  await expect(page.getByText('Nothing in the body fits this filter.')).toBeVisible();
});
