import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';
import { expectAccessible } from './fixtures/axe.ts';
import { ImportDialog } from './pages/import-dialog.ts';
import { MainWindow } from './pages/main-window.ts';
import { Palette } from './pages/palette.ts';
import { Sidebar } from './pages/sidebar.ts';

/** Collections of other tools come in by paste, by drop and by the file chooser, and can be taken back. */

const postman = JSON.stringify({
  info: { name: 'Shop', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
  auth: { type: 'bearer', bearer: [{ key: 'token', value: 'import-secret-token' }] },
  item: [
    {
      name: 'Orders',
      item: [
        {
          name: 'Find an order',
          event: [{ listen: 'test', script: { exec: ['pm.test("x")'] } }],
          request: { method: 'GET', url: 'https://shop.example/orders/:id' },
        },
      ],
    },
  ],
});

const bru =
  'meta {\n  name: Ping\n  type: http\n  seq: 1\n}\n\nget {\n  url: https://a.example/ping\n  body: none\n  auth: inherit\n}\n';

/** A drop of files, as the browser reports it. */
const drop = async (
  page: Page,
  files: readonly { readonly name: string; readonly text: string }[],
): Promise<void> => {
  await expect(page.getByRole('textbox', { name: 'Paste what fails' })).toBeFocused();
  const transfer = await page.evaluateHandle((given) => {
    const dropped = new DataTransfer();
    for (const { name, text } of given) dropped.items.add(new File([text], name));
    return dropped;
  }, files);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
};

test('a pasted Postman collection shows what it brings, comes in, and can be taken back', async ({
  page,
}) => {
  const window = new MainWindow(page);
  const dialog = new ImportDialog(page);
  await window.explain(postman);
  await dialog.expectToBring('Postman collection', [/GET.*Orders \/ Find an order.*Bearer token, from Shop/]);
  await dialog.expectLeft('Scripts are not run here: Find an order.');
  await expectAccessible(page, 'the import dialog');
  await expect(dialog.dialog.getByText('import-secret-token')).toHaveCount(0);
  await dialog.take('From Postman');

  const sidebar = new Sidebar(page);
  await sidebar.request('Find an order').click();
  await expect(window.url).toHaveValue('https://shop.example/orders/:id');
  await expect(page.getByText(/Effective auth: Bearer token, from folder From Postman/)).toBeVisible();

  await sidebar.undo(/^Imported one request/);
  await expect(sidebar.requests.getByText('From Postman')).toHaveCount(0);
});

test('dropped files of Bruno are one collection', async ({ page }) => {
  const dialog = new ImportDialog(page);
  await drop(page, [
    { name: 'bruno.json', text: '{"version":"1","name":"Pings","type":"collection"}' },
    { name: 'ping.bru', text: bru },
  ]);
  await dialog.expectToBring('Bruno collection', [/GET.*Ping/]);
  await dialog.take();
  await expect(new Sidebar(page).request('Ping')).toBeVisible();
});

test('the file chooser takes an OpenAPI description, and its path parameters get values', async ({
  page,
}) => {
  const dialog = new ImportDialog(page);
  // Asked for before anything else: a chooser that opens before the browser is told to hand it over is lost.
  const chosen = page.waitForEvent('filechooser');
  await expect(page.getByRole('textbox', { name: 'Paste what fails' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+i');
  await (
    await chosen
  ).setFiles({
    name: 'api.yaml',
    mimeType: 'application/yaml',
    buffer: Buffer.from(
      'openapi: 3.0.3\ninfo: { title: Pets }\nservers: [{ url: "http://127.0.0.1:9" }]\npaths:\n  /pets/{id}:\n    get: { summary: Get a pet }\n',
    ),
  });
  await dialog.expectToBring('OpenAPI description', [/GET.*Get a pet/]);
  await dialog.take();
  await new Sidebar(page).request('Get a pet').click();
  await page.getByRole('tab', { name: /^Params/ }).click();
  await page.getByRole('textbox', { name: 'Path parameter id' }).fill('a/b');
  await expect(new MainWindow(page).url).toHaveValue('{{baseUrl}}/pets/:id');
});

test('what cannot be used is said in one sentence', async ({ page }) => {
  await drop(page, [
    { name: 'a.txt', text: 'hello' },
    { name: 'b.txt', text: 'world' },
  ]);
  await expect(page.getByText(/^This is no collection of Postman/)).toBeVisible();
});

test('what came in goes out again as a Postman collection, secrets masked', async ({ app, page }) => {
  const window = new MainWindow(page);
  await window.explain(postman);
  await new ImportDialog(page).take('Shop');
  await new Palette(page).run('Export the workspace as a Postman collection…');
  const dialog = page.getByRole('dialog', { name: 'Export as Postman collection' });
  await expect(dialog.getByRole('list', { name: 'Files' }).getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page, 'the export dialog');
  // The stand-in for Electron has no downloads.
  if (app.host !== 'browser') return;
  const saved = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  const path = await (await saved).path();
  const text = await readFile(path, 'utf8');
  expect(text).not.toContain('import-secret-token');
  expect(JSON.parse(text)).toMatchObject({ item: [{ name: 'Shop', item: [{ name: 'Orders' }] }] });
});

test('a dropped netrc file becomes profiles, and a PowerShell script a request', async ({ page }) => {
  const dialog = new ImportDialog(page);
  await drop(page, [{ name: '.netrc', text: 'machine a.example login ann password wonderland\n' }]);
  await expect(dialog.dialog.getByText('1 profile: ann at a.example')).toBeVisible();
  await dialog.take();
  await expect(new Sidebar(page).profile('ann at a.example')).toBeVisible();
  const window = new MainWindow(page);
  await window.explain('Invoke-RestMethod -Uri "https://a.example/me" -Method Put -Body "x"');
  await expect(window.url).toHaveValue('https://a.example/me');
});
