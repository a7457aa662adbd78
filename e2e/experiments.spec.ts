import type { RequestListener } from 'node:http';
import { expect, test } from './fixtures/app.ts';
import { expectAccessible } from './fixtures/axe.ts';
import { startServer } from './fixtures/servers.ts';
import { MainWindow } from './pages/main-window.ts';

/** A refusal that says nothing: what could tell is asked first, sent then, and the odds move. */

interface Seen {
  readonly method: string;
  readonly url: string;
  readonly authorization: string | undefined;
}

const token = 'Zx81kQp07vTnE4sWc2RbYh6L';

/** Knows the path with a slash at its end and this token, and answers a bare 401 to all else. */
const withSlash =
  (seen: Seen[]): RequestListener =>
  (request, response) => {
    const { method = '', url = '', headers } = request;
    seen.push({ method, url, authorization: headers.authorization });
    const known = url === '/v1/orders/' && headers.authorization === `Bearer ${token}`;
    response.writeHead(known ? 200 : 401, { 'Content-Type': 'application/json' });
    response.end(known ? '{"orders":[]}' : '');
  };

test('nothing is sent before it was asked, and the odds move by what was found', async ({
  page,
}, testInfo) => {
  const seen: Seen[] = [];
  const server = await startServer(withSlash(seen));
  try {
    const window = new MainWindow(page);
    await window.sendPasted(`curl -H 'Authorization: Bearer ${token}' ${server.origin}/v1/orders`);
    await window.expectStatus(401);
    await expect(window.verdict).toHaveText('Unexplained');
    // The tab opens by itself, with the first question.
    await expect(window.exchangeTab('Experiments')).toHaveAttribute('aria-selected', 'true');
    const consent = window.exchange.getByRole('group', { name: 'Consent', exact: true });
    await expect(consent).toContainText(`once, with`);
    expect(seen).toHaveLength(1);
    await expectAccessible(page, 'a question');
    await page.screenshot({ path: testInfo.outputPath('question.png') });

    await consent.getByRole('button', { name: 'Send 1 request' }).click();
    const done = window.exchange.getByRole('table', { name: 'Experiments that were made' });
    await expect(done.getByRole('row')).toHaveCount(2);
    expect(seen).toHaveLength(2);
    expect(seen[1]?.authorization).not.toBe(`Bearer ${token}`);

    await window.exchange
      .getByRole('button', { name: /^Send up to \d+ requests$/ })
      .last()
      .click();
    await expect(window.verdict).toHaveText('The path is /v1/orders/, not /v1/orders');
    await expect(window.diagnosis.getByText(/was not on the list|was \d/)).toBeVisible();
    await expect(window.exchange.getByText(/You allowed up to \d+ requests/)).toBeVisible();
    await expect(window.exchange.getByRole('region', { name: 'Odds before and after' })).toContainText(
      'Wrong address',
    );
    expect(seen.length).toBeLessThanOrEqual(12);
    await expectAccessible(page, 'experiments that were made');
    await page.screenshot({ path: testInfo.outputPath('done-light.png') });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.screenshot({ path: testInfo.outputPath('done-dark.png') });
  } finally {
    await server.close();
  }
});

test('a request that may change something asks for that by name', async ({ page }) => {
  const seen: Seen[] = [];
  const server = await startServer(withSlash(seen));
  try {
    const window = new MainWindow(page);
    await window.sendPasted(
      `curl -X POST -d '{}' -H 'Authorization: Bearer ${token}' ${server.origin}/v1/orders`,
    );
    await window.expectStatus(401);
    await window.exchangeTab('Experiments').click();
    const repeats = window.exchange.getByRole('button', { name: /with POST$/ });
    const skip = window.exchange.getByRole('button', { name: 'Skip' });
    for (let count = 0; count < 12 && !(await repeats.isVisible()); count += 1) await skip.click();
    await expect(repeats).toBeVisible();
    await expect(window.exchange.getByText('POST may change something each time it is sent')).toBeVisible();
    expect(seen).toHaveLength(1);
  } finally {
    await server.close();
  }
});
