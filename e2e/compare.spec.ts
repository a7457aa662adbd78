import type { RequestListener } from 'node:http';
import { expect, test } from './fixtures/app.ts';
import { expectAccessible } from './fixtures/axe.ts';
import { startServer } from './fixtures/servers.ts';
import { MainWindow } from './pages/main-window.ts';

/** The same request works elsewhere: what differs, which of it matters, and taking it over. */

const token = 'Zx81kQp07vTnE4sWc2RbYh6L';

/** Wants a tenant beside the token, and says nothing of it. */
const wantsTenant =
  (seen: { count: number }): RequestListener =>
  (request, response) => {
    seen.count += 1;
    const known =
      request.headers['x-tenant'] === 'acme' && request.headers.authorization === `Bearer ${token}`;
    response.writeHead(known ? 200 : 401, { 'Content-Type': 'application/json' });
    response.end(known ? '{"me":1}' : '');
  };

test('compare with a pasted one, find the difference by halving, take it over, see 200', async ({
  page,
}, testInfo) => {
  const seen = { count: 0 };
  const server = await startServer(wantsTenant(seen));
  try {
    const window = new MainWindow(page);
    await window.sendPasted(`curl -H 'Authorization: Bearer ${token}' ${server.origin}/me`);
    await window.expectStatus(401);
    await window.diagnosis.getByRole('button', { name: 'Compare with one that works…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Compare with one that works' });
    const paste = dialog.getByRole('textbox', { name: 'Request that works' });
    await paste.fill('Bearer abc');
    await expect(dialog.getByText(/a piece of a request/)).toBeVisible();
    await paste.fill(
      `curl -H 'Authorization: Bearer ${token}' -H 'X-Tenant: acme' -H 'Accept: application/json' -A 'other/1.0' '${server.origin}/me?verbose=1'`,
    );
    const table = dialog.getByRole('table', { name: /Differences/ });
    await expect(table.getByRole('row')).toHaveCount(5);
    await expect(table.getByRole('row', { name: /X-Tenant/ })).toContainText('acme');
    expect(seen.count).toBe(1);
    await expectAccessible(page, 'differences');
    await page.screenshot({ path: testInfo.outputPath('differences.png') });

    await dialog.getByRole('button', { name: /^Send up to \d requests$/ }).click();
    await expect(dialog.getByText('It is this: X-Tenant.')).toBeVisible();
    expect(seen.count).toBeLessThanOrEqual(6);
    await page.screenshot({ path: testInfo.outputPath('found.png') });

    await dialog.getByRole('button', { name: 'Take over X-Tenant' }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByText('X-Tenant was taken over into the request.')).toBeVisible();
    await window.send();
    await window.expectStatus(200);
  } finally {
    await server.close();
  }
});
