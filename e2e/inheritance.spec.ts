import { Buffer } from 'node:buffer';
import { expect, test } from './fixtures/app.ts';
import { fieldOf, startRecordingServer } from './fixtures/recording-server.ts';
import { AuthTab } from './pages/auth-tab.ts';
import { Form } from './pages/form.ts';
import { MainWindow } from './pages/main-window.ts';
import { Sidebar } from './pages/sidebar.ts';

/** A request takes its auth from itself, its folder or the workspace, and one line says which and why. */

const basicOf = (user: string, password: string): string =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

test('the nearest place that has an auth decides, and the line names it', async ({ page }) => {
  const server = await startRecordingServer();
  const window = new MainWindow(page);
  const sidebar = new Sidebar(page);
  const auth = new AuthTab(page);
  const line = page.getByText(/^Effective auth: /);

  const authOf = async (dialogName: string, user: string): Promise<void> => {
    const dialog = page.getByRole('dialog', { name: dialogName });
    await dialog
      .getByRole('button', { name: /Authentication$/ })
      .first()
      .click();
    await page.getByRole('searchbox', { name: 'Search profiles and schemes' }).fill('Basic');
    await page.getByRole('option', { name: 'Basic', exact: true }).click();
    await new Form(page, dialog).fillIn({ 'User name': user, Password: 'wonderland' });
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(dialog).toBeHidden();
  };

  await window.explain(`curl ${server.origin}/invoices`);
  await window.saveRequestIn('invoices', 'Billing');
  await auth.open();
  await page
    .getByRole('button', { name: /Authentication$/ })
    .first()
    .click();
  await page.getByRole('option', { name: /^Inherit/ }).click();
  await expect(line).toHaveText('Effective auth: none; neither a folder nor the workspace has one');

  await test.step('from the workspace', async () => {
    await page.getByRole('button', { name: /^Workspace: / }).click();
    await page.getByRole('menuitem', { name: 'Workspace auth…' }).click();
    await authOf('Auth of the workspace', 'everybody');
    await expect(line).toHaveText('Effective auth: Basic, from the workspace');
    await window.send();
    await expect.poll(() => server.requests.length).toBe(1);
    expect(fieldOf(server.last(), 'Authorization')).toBe(basicOf('everybody', 'wonderland'));
  });

  await test.step('from its folder, which is nearer', async () => {
    await sidebar.choose(sidebar.request('Billing'), 'Folder auth…');
    await authOf('Auth of folder Billing', 'billing');
    await expect(line).toHaveText('Effective auth: Basic, from folder Billing');
    await window.send();
    await expect.poll(() => server.requests.length).toBe(2);
    expect(fieldOf(server.last(), 'Authorization')).toBe(basicOf('billing', 'wonderland'));
    await window.exchangeTab('Wire').click();
    await expect(window.exchange.getByText('auth of folder Billing')).toBeVisible();
  });
  await server.close();
});
