import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures/app.ts';
import { selfSigned } from './fixtures/certificates.ts';
import { startRecordingServer } from './fixtures/recording-server.ts';
import { startRawServer, startSecureServer, startServer } from './fixtures/servers.ts';
import { MainWindow } from './pages/main-window.ts';

/** However a sending ends, the window says it in a sentence, keeps the request, and stays usable. */

test('failures before an answer', async ({ app }) => {
  test.setTimeout(90_000);
  const window = new MainWindow(app.page);
  /** Sends a request that gets no answer, and reads why. */
  const fails = async (url: string, sentence: RegExp): Promise<void> => {
    await window.start();
    await window.sendPasted(`curl -u 'kim:secret' '${url}'`);
    await window.expectStatus('no answer');
    await expect(window.exchange).toContainText(sentence);
    await expect(window.url).toHaveValue(url);
    await expect(app.page.getByRole('tab', { name: 'Auth Basic' })).toBeVisible();
  };

  await test.step('nobody listens', async () => {
    const gone = await startServer(() => undefined);
    await gone.close();
    await fails(`${gone.origin}/gone`, /127\.0\.0\.1:\d+ refused the connection/);
  });

  await test.step('no such name', async () => {
    await fails('http://name.invalid/x', /name\.invalid could not be resolved/);
  });

  await test.step('no HTTP', async () => {
    const server = await startRawServer('220 mail.example ESMTP ready\r\n');
    await fails(`${server.origin}/mail`, /not a well-formed HTTP answer/);
    await expect(window.exchange).toContainText('220 mail.example ESMTP ready');
    expect(server.received()).toContain('GET /mail HTTP/1.1');
    await server.close();
  });

  await test.step('a certificate that nobody signed', async () => {
    const files = selfSigned(app.home);
    if (files === undefined) {
      console.log('skipped: there is no openssl to make a certificate with');
      return;
    }
    const server = await startSecureServer(files, (_request, response) => response.end('private'));
    await fails(`${server.origin}/tls`, /Nobody this machine trusts/);
    await window.requestTab('Settings').click();
    await app.page.getByText('Check who answers').click();
    await window.send();
    await window.expectStatus(200);
    await expect(window.requestTab('Settings')).toContainText('TLS not checked');
    await server.close();
  });
});

test('a server that does not answer: the deadline, and two ways to cancel', async ({ page }) => {
  const window = new MainWindow(page);
  let arrived = 0;
  const server = await startServer(() => {
    arrived += 1;
  });

  await test.step('the deadline', async () => {
    await window.sendPasted(`curl --max-time 1 ${server.origin}/slow`);
    await window.expectStatus('no answer');
    await expect(window.exchange).toContainText('no complete answer within the time limit');
    expect(arrived).toBe(1);
  });

  await test.step('Cancel', async () => {
    await window.start();
    await window.sendPasted(`curl -X POST ${server.origin}/orders -d 'eggs=2'`);
    await expect.poll(() => arrived).toBe(2);
    await expect(window.exchange).toContainText('Sending…');
    await page.getByRole('button', { name: /^Cancel/ }).click();
    await window.expectStatus('cancelled');
    await expect(window.url).toHaveValue(`${server.origin}/orders`);
    await expect(window.method).toHaveValue('POST');
  });

  await test.step('Escape, and Send is there again', async () => {
    await window.send();
    await expect.poll(() => arrived).toBe(3);
    await page.keyboard.press('Escape');
    await window.expectStatus('cancelled');
    await expect(page.getByRole('button', { name: /^Send/ })).toBeEnabled();
  });
  await server.close();
});

test('an answer of 30 MB is shown, saved whole, and leaves the window usable', async ({ app }) => {
  test.setTimeout(90_000);
  const { page } = app;
  const line = 'row 0123456789 abcdefghijklmnopqrstuvwxyz the quick brown fox\n';
  const body = Buffer.from(line.repeat(Math.ceil((30 * 1024 * 1024) / line.length)));
  const server = await startRecordingServer({
    '/export.txt': { body, fields: { 'Content-Type': 'text/plain' } },
  });
  const window = new MainWindow(page);
  await window.sendPasted(`curl ${server.origin}/export.txt`);
  await window.expectStatus(200);
  await expect(window.exchange.getByText('row 0123456789').first()).toBeVisible();

  await window.exchangeTab('Headers').click();
  await expect(window.exchange.getByText(String(body.length)).first()).toBeVisible();
  await window.exchangeTab('Body').click();
  await window.url.fill(`${server.origin}/other`);
  await window.send();
  await expect(window.exchange.getByText('seen').first()).toBeVisible();

  // The stand-in for Electron has no downloads.
  if (app.host === 'browser') {
    await window.url.fill(`${server.origin}/export.txt`);
    await window.send();
    await expect(window.exchange.getByText('row 0123456789').first()).toBeVisible();
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      window.exchange.getByRole('button', { name: 'Save body as a file' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('export.txt');
    const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
    expect(hash(await readFile(await saved.path()))).toBe(hash(body));
  }
  await server.close();
});

test('a remedy sends a POST a second time only after it was confirmed', async ({ page }) => {
  const server = await startRecordingServer({
    '/pay': { status: 401, fields: { 'WWW-Authenticate': 'Basic realm="till"' } },
  });
  const window = new MainWindow(page);
  await window.sendPasted(`curl -u kim:wrong ${server.origin}/pay -d 'amount=5'`);
  await window.expectStatus(401);
  await window.diagnosis.getByLabel('User name', { exact: true }).fill('kim');
  await window.diagnosis.getByLabel('Password', { exact: true }).fill('right');
  await window.remedy(/another user name or password/).click();

  const question = window.diagnosis.getByRole('group', { name: 'Confirm' });
  await expect(question).toContainText(/POST/);
  await question.getByRole('button', { name: 'Not now' }).click();
  await expect(question).toBeHidden();
  // By the shortcut it asks as well.
  await page.keyboard.press('ControlOrMeta+r');
  expect(server.requests.length).toBe(1);

  await window.remedy(/another user name or password/).click();
  await question.getByRole('button', { name: 'Send it a second time' }).click();
  await expect.poll(() => server.requests.length).toBe(2);
  expect(server.last().body.toString()).toBe('amount=5');
  await server.close();
});
