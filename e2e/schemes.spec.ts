import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { desktopMissing } from './fixtures/desktop-host.ts';
import { holdLoginPort } from './fixtures/login-port.ts';
import { expect, test } from './fixtures/shared-window.ts';
import { portMissing, zooApprove, zooKeys, zooMissing, zooToken } from './fixtures/zoo.ts';
import { AuthTab } from './pages/auth-tab.ts';
import { Form, type Filled } from './pages/form.ts';
import { MainWindow } from './pages/main-window.ts';
import { ProfileEditor } from './pages/profile-editor.ts';
import { leavingRows, schemeRows, type SchemeRow } from './scheme-rows.ts';

/**
 * Every scheme against a server that nobody here wrote, through the window: choose it, fill in its form by the labels,
 * send, and see what the server says.
 */

const filledText = async (text: string): Promise<string> => {
  const [, file] = /^\{pem (.+)\}$/.exec(text) ?? [];
  if (file !== undefined) return readFile(join(await zooKeys(), file), 'utf8');
  if (text === '{token}') return zooToken('svc-basic');
  return text.startsWith('{keys}') ? text.replace('{keys}', await zooKeys()) : text;
};

const filledIn = async (values: Filled): Promise<Filled> =>
  Object.fromEntries(
    await Promise.all(
      Object.entries(values).map(async ([label, value]): Promise<[string, string | boolean]> => [
        label,
        typeof value === 'string' ? await filledText(value) : value,
      ]),
    ),
  );

const post = async (page: Page, { url, fields }: NonNullable<SchemeRow['posted']>): Promise<void> => {
  const window = new MainWindow(page);
  await window.newRequest();
  await window.method.fill('POST');
  await window.url.fill(url);
  await window.requestTab('Body').click();
  await page.getByRole('radio', { name: 'Form', exact: true }).click();
  for (const [at, [name, value]] of fields.entries()) {
    await page.getByRole('textbox', { name: 'New field, name' }).fill(name);
    await page.getByRole('textbox', { name: `Field ${at + 1}, value` }).fill(value);
  }
  await window.send();
  await window.expectStatus(200);
};

const compose = async (page: Page, row: SchemeRow): Promise<MainWindow> => {
  const window = new MainWindow(page);
  await window.newRequest();
  if (row.method !== undefined) await window.method.fill(row.method);
  await window.url.fill(row.url);
  if (row.settings !== undefined) {
    await window.requestTab('Settings').click();
    await new Form(page, page.getByRole('tabpanel', { name: 'Settings' })).fillIn(
      await filledIn(row.settings),
    );
  }
  if (row.scheme === undefined) return window;
  const form = await filledIn(row.form ?? {});
  if (row.asProfile === true) {
    const profile = new ProfileEditor(page);
    await profile.create(row.name);
    await profile.chooseScheme(row.scheme);
    await new Form(page, profile.form).fillIn(form);
  } else {
    await new AuthTab(page).chooseScheme(row.scheme);
    await new Form(page, page.getByRole('tabpanel', { name: /^Auth/ })).fillIn(form);
  }
  return window;
};

const ticketMissing = (): string | undefined => {
  try {
    createRequire(import.meta.url).resolve('kerberos');
  } catch {
    return 'the optional package kerberos is not installed';
  }
  const { status } = spawnSync('klist', ['-s']);
  return status === 0 ? undefined : 'there is no Kerberos ticket (kinit)';
};

/** The window of this worker, where the servers that the row needs are there; otherwise the test says what is not. */
const ready = async (page: Page | undefined, url: string): Promise<Page> => {
  const missing = page === undefined ? desktopMissing() : ((await zooMissing()) ?? (await portMissing(url)));
  test.skip(missing !== undefined, missing);
  if (page === undefined) throw new Error('The app did not start.');
  return page;
};

const walk = (row: SchemeRow): void => {
  test(row.name, async ({ window: shared }) => {
    const page = await ready(shared, row.url);
    const missing = row.needs === undefined ? undefined : ticketMissing();
    test.skip(missing !== undefined, missing);
    if (row.posted !== undefined) await post(page, row.posted);
    const window = await compose(page, row);
    await window.send();
    if (row.logsIn === true) await zooApprove(await window.loginAddress());
    // A device asks every five seconds whether the person has logged in.
    await window.expectStatus(row.status, row.logsIn === true ? 20_000 : undefined);
    if (row.againAfterMs !== undefined) {
      await page.waitForTimeout(row.againAfterMs);
      await window.send();
      await expect(page.getByRole('radio', { name: /^2 / })).toBeVisible();
      await window.expectStatus(row.status);
    }
    if (row.sent !== undefined) {
      await window.exchangeTab('Wire').click();
      await expect(window.exchange).toContainText(row.sent);
    }
  });
};

const isLogin = ({ logsIn }: SchemeRow): boolean => logsIn === true;
for (const row of schemeRows.filter((one) => !isLogin(one))) walk(row);

test.describe(() => {
  holdLoginPort();
  for (const row of schemeRows.filter(isLogin)) walk(row);
});

for (const { name, url } of leavingRows) {
  test(`Redirect to another origin sends no credentials: ${name}`, async ({ window: shared }) => {
    const page = await ready(shared, url);
    const settings = { 'Authority file': '{keys}/server-ca.crt' };
    const form = { 'User name': 'alice', Password: 'wonderland' };
    const window = await compose(page, { name, url, scheme: 'Basic', form, settings, status: 401 });
    await window.send();
    // The same credentials are good there: 401 is the proof that they did not arrive.
    await window.expectStatus(401);
    await window.exchangeTab('Wire').click();
    await expect(window.exchange.getByRole('group', { name: 'Bytes of the exchange' })).not.toContainText(
      /Authorization: Basic/,
    );
  });
}
