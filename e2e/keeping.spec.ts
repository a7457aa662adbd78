import { Buffer } from 'node:buffer';
import { expect, test } from './fixtures/app.ts';
import { keptFiles, leaks } from './fixtures/kept-files.ts';
import { fieldOf, startRecordingServer } from './fixtures/recording-server.ts';
import { AuthTab } from './pages/auth-tab.ts';
import { EnvironmentsDialog } from './pages/environments-dialog.ts';
import { MainWindow } from './pages/main-window.ts';
import { Sidebar } from './pages/sidebar.ts';

/** What a person keeps stays, is theirs to read, and holds no secret. */

const password = 'Quetzal-9f-Rmx!Lantern';
const token = 'wtk7QbV3yHnZr0PdLmJ5aSx8';
const basic = `Basic ${Buffer.from(`anna:${password}`).toString('base64')}`;

/** The text of a workspace file by the end of its path. */
const textOf = async (home: string, end: string): Promise<string> => {
  const file = (await keptFiles(home)).find(({ path }) => path.endsWith(end));
  if (file === undefined) throw new Error(`No file ends in ${end}.`);
  return file.bytes.toString('utf8');
};

test('requests and profiles are kept, their secrets only in the vault', async ({ app }) => {
  test.setTimeout(90_000);
  const server = await startRecordingServer();
  const { page } = app;
  const window = new MainWindow(page);
  const sidebar = new Sidebar(page);
  const auth = new AuthTab(page);

  await test.step('a pasted user name and password become a profile', async () => {
    await window.explain(`curl -u 'anna:${password}' '${server.origin}/invoices?year=2026'`);
    await auth.saveAsProfile('Anna');
    await expect(sidebar.profile('Anna')).toBeVisible();
    await window.saveRequestIn('invoices', 'Billing / 2026');
    await expect(sidebar.request('Billing')).toBeVisible();
    await expect(sidebar.request('2026')).toBeVisible();
    await expect(sidebar.request('invoices')).toBeVisible();
    await window.send();
    await window.expectStatus(200);
    expect(fieldOf(server.last(), 'Authorization')).toBe(basic);
  });

  await test.step('so does a pasted token', async () => {
    await window.start();
    await window.explain(`curl -X PUT -H 'Authorization: Bearer ${token}' ${server.origin}/robots -d 'on=1'`);
    await auth.saveAsProfile('Robot');
    await window.saveRequest('robots');
    await window.send();
    await window.expectStatus(200);
    expect(fieldOf(server.last(), 'Authorization')).toBe(`Bearer ${token}`);
  });

  await test.step('a second request uses the first profile', async () => {
    await window.start();
    await window.explain(`curl ${server.origin}/me`);
    await sidebar.profile('Anna').click();
    await auth.open();
    await expect(page.getByText('used by 1 request', { exact: true })).toBeVisible();
    await window.saveRequest('me');
    await expect(page.getByText('used by 2 requests')).toBeVisible();
    await window.send();
    await window.expectStatus(200);
    expect(fieldOf(server.last(), 'Authorization')).toBe(basic);
  });

  await test.step('a secret is masked, shown for 30 s, copied without being shown', async () => {
    await page.getByRole('button', { name: 'Edit profile' }).click();
    await expect(auth.field('Password')).toHaveValue(/^•{8}.{0,2}$/);
    await auth.copy('Password');
    await expect.poll(() => app.readClipboard()).toBe(password);
    await expect(auth.field('Password')).toHaveValue(/^•{8}/);
    await page.clock.install();
    await auth.reveal('Password');
    await expect(auth.field('Password')).toHaveValue(password);
    await page.clock.fastForward(31_000);
    await expect(auth.field('Password')).toHaveValue(/^•{8}/);
    await page.clock.resume();
  });

  await test.step('a profile is renamed, and doubled with secrets of its own', async () => {
    await sidebar.choose(sidebar.profile('Anna'), 'Rename…');
    const dialog = page.getByRole('dialog', { name: 'Rename profile' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Anna at work');
    await dialog.getByRole('button', { name: 'Rename' }).click();
    await sidebar.choose(sidebar.profile('Anna at work'), 'Duplicate');
    await sidebar.profile('Anna at work copy').click();
    await window.send();
    await expect.poll(() => server.requests.length).toBe(4);
    expect(fieldOf(server.last(), 'Authorization')).toBe(basic);
  });

  await test.step('a deleted profile comes back whole', async () => {
    await sidebar.choose(sidebar.profile('Robot'), 'Delete');
    await expect(sidebar.profile('Robot')).toBeHidden();
    await sidebar.undo(/Deleted “Robot”/);
    await window.openRequest('robots');
    await window.send();
    await expect.poll(() => server.requests.length).toBe(5);
    expect(fieldOf(server.last(), 'Authorization')).toBe(`Bearer ${token}`);
    await sidebar.choose(sidebar.profile('Anna at work copy'), 'Delete');
    await expect(sidebar.profile('Anna at work copy')).toBeHidden();
    // It lies with the engine until it can no longer be undone; a host that is ended before that keeps it.
    await page.clock.fastForward(20_000);
    await expect
      .poll(
        async () => (await keptFiles(app.home)).filter(({ path }) => path.includes('anna-at-work-copy')),
        {
          timeout: 20_000,
        },
      )
      .toEqual([]);
  });

  await test.step('all of it is there after a restart', async () => {
    await app.restart();
    const again = new MainWindow(app.page);
    const kept = new Sidebar(app.page);
    await expect(kept.profiles.getByRole('row')).toHaveText([/Anna at work/, /Robot/]);
    await again.openRequest('invoices');
    await again.send();
    await again.expectStatus(200);
    expect(server.last().target).toBe('/invoices?year=2026');
    expect(fieldOf(server.last(), 'Authorization')).toBe(basic);
  });

  await test.step('no file holds a secret in plain, and the workspace reads well', async () => {
    const files = await keptFiles(app.home);
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/requests\/Billing\/2026\/invoices\.yaml$/),
        expect.stringMatching(/profiles\/anna-at-work\.yaml$/),
        expect.stringMatching(/vault/),
        expect.stringMatching(/history\.db$/),
      ]),
    );
    // What is looked for would be found: the address of a request is in plain.
    expect(leaks(files, ['/invoices'])).not.toEqual([]);
    expect(leaks(files, [password, token, basic.slice('Basic '.length)])).toEqual([]);

    const profile = await textOf(app.home, 'profiles/anna-at-work.yaml');
    expect(profile).toMatch(/^name: Anna at work$/m);
    expect(profile).toMatch(/^scheme: basic$/m);
    expect(profile).toMatch(/^settings:\n {2}username: anna\n {2}password:\n {4}secret: [\w-]{22}\n/m);
    const [, id] = /^id: (\S+)$/m.exec(profile) ?? [];
    const request = await textOf(app.home, 'requests/Billing/2026/invoices.yaml');
    expect(request).toMatch(/^name: invoices$/m);
    expect(request).toMatch(/^method: GET$/m);
    expect(request).toContain(`url: ${server.origin}/invoices\nparams:\n  - name: year\n`);
    expect(request).toContain(`auth:\n  profile: ${id}\n`);
    expect(await textOf(app.home, 'requests/robots.yaml')).toMatch(/^ {2}text: on=1$/m);
  });
  await server.close();
});

test('variables get their values from the environment; one without a value is said before sending', async ({
  app,
}) => {
  const server = await startRecordingServer();
  const { page } = app;
  const window = new MainWindow(page);
  const auth = new AuthTab(page);
  const secret = 'Nightjar-55-kQ-Vellum';
  const environments = new EnvironmentsDialog(page);

  await environments.create('Staging', [
    { name: 'origin', value: server.origin },
    { name: 'apiToken', value: secret, secret: true },
  ]);
  await environments.choose('Staging');
  await window.explain(
    `curl '{{origin}}/v1/{{item}}' -H 'X-Session-Token: {{apiToken}}' -H 'X-Where: at {{origin}}'`,
  );
  await auth.open();
  await expect(auth.checks).toContainText('The variable item has no value');
  await expect(auth.checks).not.toContainText('origin');
  expect(server.requests).toEqual([]);

  await window.url.fill('{{origin}}/v1/things');
  await expect(auth.checks).toBeHidden();
  await window.send();
  await window.expectStatus(200);
  expect(server.last().target).toBe('/v1/things');
  expect(fieldOf(server.last(), 'X-Session-Token')).toBe(secret);
  expect(fieldOf(server.last(), 'X-Where')).toBe(`at ${server.origin}`);

  await window.saveRequest('things');
  await app.restart();
  const files = await keptFiles(app.home);
  expect(leaks(files, [secret])).toEqual([]);
  const environment = await textOf(app.home, 'environments/staging.yaml');
  expect(environment).toContain(`  - name: origin\n    value: ${server.origin}\n`);
  expect(environment).toMatch(/ {2}- name: apiToken\n {4}value:\n {6}secret: [\w-]{22}\n/);
  expect(await textOf(app.home, 'requests/things.yaml')).toMatch(
    /^url: ['"]\{\{origin\}\}\/v1\/things['"]$/m,
  );
  await server.close();
});

test('the history survives, and what it holds can be sent again', async ({ app }) => {
  const server = await startRecordingServer({ '/orders': { status: 403, body: '{"error":"forbidden"}' } });
  await new MainWindow(app.page).sendPasted(
    `curl -X POST ${server.origin}/orders -H 'Content-Type: text/plain' -d 'two eggs'`,
  );
  await new MainWindow(app.page).expectStatus(403);
  await app.restart();

  const window = new MainWindow(app.page);
  const sidebar = new Sidebar(app.page);
  await sidebar.sent(/403 POST orders/).click();
  await window.expectStatus(403);
  await expect(window.url).toHaveValue(`${server.origin}/orders`);
  expect(server.requests.length).toBe(1);
  await window.send();
  await expect.poll(() => server.requests.length).toBe(2);
  expect(server.last()).toMatchObject({ method: 'POST', target: '/orders' });
  expect(server.last().body.toString()).toBe('two eggs');
  await expect(sidebar.sent(/403 POST orders/)).toHaveCount(2);
  await server.close();
});
