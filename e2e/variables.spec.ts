import { expect, test } from './fixtures/app.ts';
import { expectAccessible } from './fixtures/axe.ts';
import { fieldOf, startRecordingServer } from './fixtures/recording-server.ts';
import { EnvironmentsDialog } from './pages/environments-dialog.ts';
import { MainWindow } from './pages/main-window.ts';

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
