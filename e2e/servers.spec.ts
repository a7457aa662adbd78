import { writeFile } from 'node:fs/promises';
import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { expect, test } from './fixtures/app.ts';
import { selfSigned } from './fixtures/certificates.ts';
import { fieldOf, startRecordingServer } from './fixtures/recording-server.ts';
import { startSecureServer, startServer } from './fixtures/servers.ts';
import { AuthTab } from './pages/auth-tab.ts';
import { Form } from './pages/form.ts';
import { MainWindow } from './pages/main-window.ts';
import { SettingsDialog } from './pages/settings-dialog.ts';

/** What is said of single servers, of the way to all of them, and of a login that lies in a file. */

test('a server whose certificate is not checked is called so as long as it is', async ({ app, page }) => {
  const files = selfSigned(app.home);
  test.skip(files === undefined, 'there is no openssl here');
  if (files === undefined) return;
  const server = await startSecureServer(files, (_request, response) => response.end('{}'));
  const window = new MainWindow(page);
  const settings = new SettingsDialog(page);
  const warning = page.getByRole('status').filter({ hasText: 'is not checked' });

  await window.sendPasted(`curl ${server.origin}/`);
  await expect(window.exchange.getByText(/vouches for the certificate/).first()).toBeVisible();
  await expect(warning).toHaveCount(0);

  await settings.open();
  await settings.addHost({ Host: `127.0.0.1:${server.port}`, 'Check who answers': false });
  await expect(settings.dialog.getByText('certificate not checked')).toBeVisible();
  await settings.close();
  await expect(warning).toContainText('The certificate of 127.0.0.1 is not checked');
  await window.send();
  await window.expectStatus(200);

  await settings.open();
  await settings.dialog.getByRole('button', { name: `Remove 127.0.0.1:${server.port}` }).click();
  await settings.close();
  await expect(warning).toHaveCount(0);
  await server.close();
});

test('a server gets the client certificate that is kept for it, and TLS says which', async ({
  app,
  page,
}) => {
  const files = selfSigned(app.home);
  test.skip(files === undefined, 'there is no openssl here');
  if (files === undefined) return;
  const server = await startSecureServer(
    { ...files, requestCert: true, rejectUnauthorized: false },
    (_request, response) => response.end('{}'),
  );
  const window = new MainWindow(page);
  const settings = new SettingsDialog(page);
  await window.explain(`curl -k ${server.origin}/`);
  await settings.open();
  await settings.addHost({
    Host: '127.0.0.1',
    'Client certificate': join(app.home, 'cert.pem'),
    'Key file': join(app.home, 'key.pem'),
  });
  await expect(settings.dialog.getByText('shows cert.pem')).toBeVisible();
  await settings.close();
  await window.send();
  await window.expectStatus(200);
  await window.exchangeTab('TLS').click();
  await expect(window.exchange.getByText(/for 127\.0\.0\.1/).first()).toBeVisible();
  await server.close();
});

test('one proxy for every request: it is asked, and the exchange says so', async ({ page }) => {
  const targets: string[] = [];
  const proxy = await startServer((request, response) => {
    targets.push(request.url ?? '');
    response.end('{"through":"proxy"}');
  });
  const window = new MainWindow(page);
  const settings = new SettingsDialog(page);
  await window.explain('curl http://api.why401.test/v1/me');
  await settings.open();
  await settings.fillIn({ Proxy: 'One proxy', Address: proxy.origin });
  await settings.close();
  await window.send();
  await window.expectStatus(200);
  expect(targets).toEqual(['http://api.why401.test/v1/me']);
  await window.exchangeTab('Connection').click();
  await expect(window.exchange.getByText(`127.0.0.1:${proxy.port}`).first()).toBeVisible();

  await settings.open();
  await settings.fillIn({ 'Straight to': 'api.why401.test' });
  await settings.close();
  await window.send();
  await expect(window.exchange.getByText(/could not be resolved/).first()).toBeVisible();
  expect(targets).toHaveLength(1);
  await proxy.close();
});

test('user and password come from a netrc file, by the host of the request', async ({ app, page }) => {
  const server = await startRecordingServer();
  const file = join(app.home, 'logins.netrc');
  await writeFile(
    file,
    'machine other.example login no password no\nmachine 127.0.0.1 login anna password wonderland\n',
  );
  const window = new MainWindow(page);
  const auth = new AuthTab(page);
  await window.explain(`curl ${server.origin}/me`);
  await auth.chooseScheme('Basic');
  const form = new Form(page, page.getByRole('tabpanel').first());
  await form.fillIn({ 'Taken from': 'netrc file', 'netrc file': file });
  await window.send();
  await window.expectStatus(200);
  expect(fieldOf(server.last(), 'Authorization')).toBe(
    `Basic ${Buffer.from('anna:wonderland').toString('base64')}`,
  );
  await server.close();
});
