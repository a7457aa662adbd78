import { Buffer } from 'node:buffer';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from './fixtures/app.ts';
import { startServer } from './fixtures/servers.ts';
import { startRecordingServer } from './fixtures/recording-server.ts';
import { MainWindow } from './pages/main-window.ts';

/** What goes out with a body: files that a person chooses, and fields that follow it. */

test('a file for a part is chosen with the keyboard, and its bytes arrive', async ({ app, page }) => {
  const server = await startRecordingServer();
  const file = join(app.home, 'avatar.png');
  const bytes = Buffer.from(Uint8Array.from({ length: 5_000 }, (_, at) => at % 251));
  await writeFile(file, bytes);
  const window = new MainWindow(page);
  await window.explain(`curl -F 'avatar=@/no/such/file.png' ${server.origin}/upload`);
  await window.requestTab('Body').click();
  const choose = page.getByRole('button', { name: 'Choose the file of avatar' });
  await expect(choose).toBeVisible();
  const chooser = page.waitForEvent('filechooser');
  // The request that was just opened may still be taking the focus to itself.
  await choose.press('Enter');
  await (await chooser).setFiles(file);
  await expect(page.getByRole('textbox', { name: 'Part 1, value' })).toHaveValue(/avatar\.png$/);
  await window.send();
  await window.expectStatus(200);
  const { body } = server.last();
  expect(body.toString('latin1')).toContain('name="avatar"; filename="avatar.png"');
  expect(body.includes(bytes)).toBe(true);
  await server.close();
});

test('a field that Trailer names follows the body, and the table says so', async ({ page }) => {
  const trailers: string[][] = [];
  const server = await startServer((request, response) => {
    request.resume().once('end', () => {
      trailers.push(request.rawTrailers);
      response.end('{}');
    });
  });
  const window = new MainWindow(page);
  await window.explain(`curl -H 'Trailer: X-Sum' -H 'X-Sum: 7' -d 'a=b' ${server.origin}/sum`);
  await window.requestTab('Headers').click();
  await expect(page.getByText('you, after the body')).toBeVisible();
  await expect(page.getByText('for fields after the body')).toBeVisible();
  await window.send();
  await window.expectStatus(200);
  expect(trailers).toEqual([['X-Sum', '7']]);
  await window.exchangeTab('Wire').click();
  await expect(window.exchange.getByText('you, after the body')).toBeVisible();
  await server.close();
});
