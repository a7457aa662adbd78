import type { Page } from '@playwright/test';
import { schemes } from '../shared/schemes/index.ts';
import { expect, test } from './fixtures/app.ts';
import { expectAccessible } from './fixtures/axe.ts';
import { startServer } from './fixtures/servers.ts';
import { AuthTab } from './pages/auth-tab.ts';
import { Form } from './pages/form.ts';
import { MainWindow } from './pages/main-window.ts';

/** What comes with schemes, against the rules of axe in every theme: their forms, the signature, the timeline. */

test.use({ trace: 'off' });

const newRequest = async (page: Page, url: string): Promise<MainWindow> => {
  const window = new MainWindow(page);
  await window.newRequest();
  await window.url.fill(url);
  return window;
};

test('accessible: the choice among schemes, and each scheme’s form', async ({ page }) => {
  test.setTimeout(180_000);
  await newRequest(page, 'https://bucket.s3.eu-central-1.amazonaws.com/');
  const auth = new AuthTab(page);
  for (const { label } of schemes()) {
    await test.step(label, async () => {
      await auth.chooseScheme(label);
      await expectAccessible(page, `form of ${label}`);
    });
  }
  await page
    .getByRole('button', { name: /Authentication$/ })
    .first()
    .click();
  await expectAccessible(page, 'all schemes');
  await page.getByRole('searchbox', { name: 'Search profiles and schemes' }).fill('zzz');
  await expect(page.getByText('Nothing here is called that.')).toBeVisible();
  await expectAccessible(page, 'no scheme of this name');
});

/** A server that refuses a signature and says what it would have signed. */
const echo = (host: string): string =>
  '<Error><Code>SignatureDoesNotMatch</Code>' +
  `<CanonicalRequest>GET\n/bucket\n\nhost:${host}\nx-amz-date:19700101T000000Z\n\nhost\n-</CanonicalRequest></Error>`;

test('accessible: a signature beside the expected one, and the timeline', async ({ page }) => {
  test.setTimeout(90_000);
  const server = await startServer((_, response) => {
    response.writeHead(403, { 'Content-Type': 'application/xml' }).end(echo('elsewhere'));
  });
  const window = await newRequest(page, `${server.origin}/bucket`);
  await new AuthTab(page).chooseScheme('AWS Signature v4');
  const keys = { 'Access key ID': 'AKIDEXAMPLE', 'Secret access key': 'wonderland' };
  await new Form(page, page.getByRole('tabpanel', { name: /^Auth/ })).fillIn(keys);
  await window.send();
  await window.expectStatus(403);
  await window.exchangeTab('Signature').click();
  await expect(page.getByText('Differs at line 4: host.')).toBeVisible();
  await expectAccessible(page, 'signature');
  await page.getByRole('switch', { name: 'White space' }).press('Space');
  await expect(page.getByText('/bucket↵').first()).toBeVisible();
  await expectAccessible(page, 'signature with white space');
  await window.exchangeTab('Timeline').click();
  await page.getByRole('button', { name: 'Go to GET /bucket' }).focus();
  await expectAccessible(page, 'timeline');
  await page.getByRole('radio', { name: 'Table' }).click();
  await expectAccessible(page, 'timeline as a table');
  await page.getByRole('button', { name: 'GET /bucket', exact: true }).press('Enter');
  await expect(window.exchangeTab('Wire')).toHaveAttribute('aria-selected', 'true');
  await server.close();
});
