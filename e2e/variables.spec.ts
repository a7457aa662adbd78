import { expect, test } from './fixtures/app.ts';
import { expectAccessible } from './fixtures/axe.ts';
import { fieldOf, startRecordingServer } from './fixtures/recording-server.ts';
import { EnvironmentsDialog } from './pages/environments-dialog.ts';
import { MainWindow } from './pages/main-window.ts';
import { Sidebar } from './pages/sidebar.ts';
import { VariablesDialog } from './pages/variables-dialog.ts';

test('variables and generators are completed by keyboard, say what they stand for, and are sent', async ({
  app,
}) => {
  const server = await startRecordingServer();
  const { page } = app;
  const window = new MainWindow(page);
  const environments = new EnvironmentsDialog(page);
  await environments.create('Staging', [
    { name: 'origin', value: server.origin },
    { name: 'apiToken', value: 'Nightjar-55-kQ-Vellum', secret: true },
  ]);
  await environments.choose('Staging');
  await window.newRequest();

  const completions = page.getByRole('listbox', { name: 'Completions' });
  await window.url.pressSequentially('{{');
  await expect(completions.getByRole('option')).toHaveCount(8);
  await expect(completions.getByRole('option', { name: /^apiToken/ })).not.toContainText('Nightjar');
  await expect(completions.getByRole('option', { name: /^apiToken/ })).toContainText('environment Staging');
  await expectAccessible(page, 'completions of the URL');

  await window.url.pressSequentially('ori');
  await expect(completions.getByRole('option')).toHaveText([/^origin/]);
  await window.url.press('Enter');
  await expect(completions).toBeHidden();
  await expect(window.url).toHaveValue('{{origin}}');

  await window.url.pressSequentially('/{{$');
  await window.url.press('ArrowDown');
  await window.url.press('ArrowUp');
  await window.url.press('Enter');
  await expect(window.url).toHaveValue('{{origin}}/{{$uuid}}');

  const note = page.getByRole('status').filter({ hasText: 'environment Staging' });
  await window.url.press('Home');
  await window.url.press('ArrowRight');
  await expect(note).toContainText(server.origin);

  await window.url.press('End');
  await expect(note).toHaveCount(0);

  await window.send();
  await window.expectStatus(200);
  expect(server.last().target).toMatch(/^\/[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/);

  await window.url.fill('{{nowhere}}');
  await window.url.press('Home');
  await window.url.press('ArrowRight');
  await expect(page.getByRole('status').filter({ hasText: 'No value for nowhere' })).toHaveCount(1);
});

test('names and usual values of fields are completed in Headers', async ({ app }) => {
  const server = await startRecordingServer();
  const { page } = app;
  const window = new MainWindow(page);
  await window.newRequest();
  await window.url.fill(server.origin);
  await page
    .getByRole('tab', { name: /^Headers/ })
    .first()
    .click();

  const completions = page.getByRole('listbox', { name: 'Completions' });
  await page.getByRole('textbox', { name: 'New header, name' }).pressSequentially('idem');
  await expect(completions.getByRole('option')).toHaveText(['Idempotency-Key']);
  await page.keyboard.press('Enter');
  const value = page.getByRole('textbox', { name: 'Header 1, value' });
  await page.getByRole('textbox', { name: 'Header 1, name' }).press('Tab');
  await expect(value).toBeFocused();
  await value.press('ArrowDown');
  await expectAccessible(page, 'values of a header');
  await value.press('Enter');
  await expect(value).toHaveValue('{{$uuid}}');

  await window.send();
  await window.expectStatus(200);
  expect(fieldOf(server.last(), 'Idempotency-Key')).toMatch(/^[\da-f-]{36}$/);
});

test('a body is completed in the editor, and its generator agrees with the one of the URL', async ({
  app,
}) => {
  const server = await startRecordingServer();
  const { page } = app;
  const window = new MainWindow(page);
  await window.newRequest();
  await window.url.fill(`${server.origin}/{{$uuid}}`);
  await page.getByRole('tab', { name: /^Body/ }).first().click();
  // Quotes and braces close themselves in JSON, once its grammar has been loaded.
  await page.getByRole('radio', { name: 'Text', exact: true }).click();
  await page.getByRole('textbox', { name: 'Body' }).focus();
  await page.keyboard.type('id {{$uu', { delay: 40 });
  await expect(page.getByRole('option', { name: /\$uuid/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await window.method.fill('POST');

  await window.send();
  await window.expectStatus(200);
  const { target, body } = server.last();
  expect(target).toMatch(/^\/[\da-f-]{36}$/);
  expect(body.toString()).toBe(`id ${target.slice(1)}`);
});

test('variables of the request, its folder, the environment and the workspace: the nearest counts, and says so', async ({
  app,
}) => {
  const server = await startRecordingServer();
  const { page } = app;
  const window = new MainWindow(page);
  const environments = new EnvironmentsDialog(page);
  await environments.create('Staging', [
    { name: 'origin', value: server.origin },
    { name: 'tenant', value: 'of-staging' },
  ]);
  await environments.choose('Staging');
  await window.newRequest();
  await window.url.fill('{{origin}}/{{region}}/:id?tenant={{tenant}}&page={{page}}');
  await window.saveRequestIn('invoices', 'Billing');

  await test.step('each place has an editor', async () => {
    await page.getByRole('button', { name: /^Workspace: / }).click();
    await page.getByRole('menuitem', { name: 'Workspace variables…' }).click();
    const workspace = new VariablesDialog(page, 'Variables of the workspace');
    await workspace.add([
      { name: 'region', value: 'eu' },
      { name: 'tenant', value: 'of-the-workspace' },
    ]);
    await expect(workspace.dialog.getByText('hidden by environment Staging')).toBeVisible();
    await workspace.save();
    const sidebar = new Sidebar(page);
    await sidebar.choose(sidebar.request('Billing'), 'Folder variables…');
    const folder = new VariablesDialog(page, 'Variables of folder Billing');
    await folder.add([{ name: 'tenant', value: 'Vellum-of-billing-91', secret: true }]);
    await folder.save();
  });

  await test.step('what has no value is marked and warned of before it is sent', async () => {
    await window.requestTab('Auth').click();
    await expect(page.getByText('The variable page has no value').first()).toBeVisible();
    const note = page.getByRole('status').filter({ hasText: 'No value for {{page}}, :id: sent as typed.' });
    await note.getByRole('button', { name: 'Variables' }).click();
    await page.getByRole('textbox', { name: 'New variable, name' }).fill('page');
    await page.getByRole('textbox', { name: 'Variable 1, value' }).fill('7');
  });

  await test.step('params have switches, path params values, and both the value’s origin', async () => {
    await window.requestTab('Params').click();
    const id = page.getByRole('textbox', { name: 'Path parameter id' });
    await id.pressSequentially('{{reg');
    await id.press('Enter');
    await expect(id).toHaveValue('{{region}}');
    const tenant = page.getByRole('textbox', { name: 'Parameter 1, value' });
    await tenant.focus();
    await tenant.press('Home');
    await tenant.press('ArrowRight');
    const note = page.getByRole('status').filter({ hasText: 'from folder Billing' });
    await expect(note).toContainText('hides the ones of environment Staging and the workspace');
    await expect(note).not.toContainText('Vellum');
    await page.getByRole('switch', { name: 'Send page' }).press('Space');
    await expectAccessible(page, 'a variable in Params');
  });

  await test.step('and as text, where what is off keeps its mark', async () => {
    await page.getByRole('button', { name: 'Parameters as text' }).click();
    const text = page.getByRole('textbox', { name: 'Parameters as text' });
    await expect(text).toHaveValue('tenant: {{tenant}}\n# page: {{page}}');
    await text.fill('tenant: {{tenant}}\npage: {{page}}\npage: 8\n# off: 1');
    await expectAccessible(page, 'Params as text');
  });

  await window.send();
  await window.expectStatus(200);
  expect(server.last().target).toBe('/eu/eu?tenant=Vellum-of-billing-91&page=7&page=8');
});

test('a GraphQL query is sent with its variables, and a key of another environment is warned of', async ({
  app,
}) => {
  const server = await startRecordingServer();
  const { page } = app;
  const window = new MainWindow(page);
  const environments = new EnvironmentsDialog(page);
  await environments.create('Prod', [{ name: 'apiKey', value: 'Nightjar-of-prod-55', secret: true }]);
  await environments.create('Staging', [{ name: 'count', value: '2' }]);
  await environments.choose('Staging');
  await window.newRequest();
  await window.url.fill(server.origin);

  await window.requestTab('Headers').click();
  await page.getByRole('textbox', { name: 'New header, name' }).fill('X-Api-Key');
  await page.getByRole('textbox', { name: 'Header 1, value' }).fill('Nightjar-of-prod-55');
  await window.requestTab('Auth').click();
  await expect(page.getByText(/^X-Api-Key holds apiKey of environment Prod/).first()).toBeVisible();

  await window.requestTab('Body').click();
  await page.getByRole('radio', { name: 'GraphQL', exact: true }).click();
  await expect(window.method).toHaveValue('POST');
  await page.getByRole('textbox', { name: 'GraphQL query' }).focus();
  await page.keyboard.insertText('query Me { me } query List { list }');
  await page.getByRole('textbox', { name: 'GraphQL variables' }).focus();
  await page.keyboard.insertText('{"n": {{count}}}');
  await page.getByRole('button', { name: /Operation/ }).click();
  await page.getByRole('option', { name: /^List/ }).click();
  await expectAccessible(page, 'a GraphQL query');

  await window.send();
  await window.expectStatus(200);
  expect(JSON.parse(server.last().body.toString())).toEqual({
    query: 'query Me { me } query List { list }',
    operationName: 'List',
    variables: { n: 2 },
  });
});
