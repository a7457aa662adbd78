import { expect, test } from './fixtures/app.ts';
import { keptFiles, leaks } from './fixtures/kept-files.ts';
import { MainWindow } from './pages/main-window.ts';
import { Sidebar } from './pages/sidebar.ts';

/** Several requests at once: what is open and what is typed stays, whatever happens to the window. */

const secret = 'Quetzal-9f-Rmx!Lantern';

/** Texts of what is kept of open tabs, by the end of the file's name. */
const kept = async (home: string, end: string): Promise<readonly string[]> =>
  (await keptFiles(home))
    .filter(({ path }) => path.startsWith('tabs/') && path.endsWith(end))
    .map(({ bytes }) => bytes.toString());

test('tabs are opened, put in order, closed, reopened and remembered', async ({ app }) => {
  test.setTimeout(90_000);
  const window = new MainWindow(app.page);
  for (const name of ['alpha', 'beta', 'gamma']) {
    await window.newRequest();
    await window.url.fill(`https://api.example/${name}`);
    await window.saveRequest(name);
  }
  await expect(window.tabs).toHaveText([/alpha/, /beta/, /gamma/]);

  await test.step('by mouse: shown, dragged, closed', async () => {
    await window.tab('alpha').click();
    await expect(window.url).toHaveValue('https://api.example/alpha');
    await window.tab('alpha').dragTo(window.tab('gamma'), { targetPosition: { x: 90, y: 12 } });
    await expect(window.tabs).toHaveText([/beta/, /gamma/, /alpha/]);
    await window.tab('beta').hover();
    await app.page.getByRole('button', { name: 'Close beta' }).click();
    await expect(window.tabs).toHaveText([/gamma/, /alpha/]);
  });

  await test.step('by keys: reopened, moved, walked along, closed', async () => {
    await app.page.keyboard.press('Alt+Shift+T');
    await expect(window.tabs).toHaveText([/beta/, /gamma/, /alpha/]);
    await app.page.keyboard.press('Alt+Shift+PageDown');
    await expect(window.tabs).toHaveText([/gamma/, /beta/, /alpha/]);
    await window.tab('beta').focus();
    await app.page.keyboard.press('ArrowRight');
    await expect(window.url).toHaveValue('https://api.example/alpha');
    await app.page.keyboard.press('Delete');
    await expect(window.tabs).toHaveText([/gamma/, /beta/]);
  });

  await test.step('what is typed is marked, and there after a reload', async () => {
    await window.tab('gamma').click();
    await window.url.fill(`https://ada:${secret}@api.example/gamma/edited`);
    await expect(window.tab('gamma').getByRole('img', { name: 'not saved' })).toBeVisible();
    // It is on its way to the disk for a third of a second.
    await expect.poll(async () => (await kept(app.home, '.draft')).length).toBe(1);
    await app.page.reload();
    await expect(window.url).toHaveValue(`https://ada:${secret}@api.example/gamma/edited`);
    await expect(window.tabs).toHaveText([/gamma/, /beta/]);
  });

  await test.step('and after a restart, to the last letter, while the file says what was saved', async () => {
    await window.url.fill(`https://ada:${secret}@api.example/gamma/edited/last`);
    await app.restart();
    const again = new MainWindow(app.page);
    await expect(again.tabs).toHaveText([/gamma/, /beta/]);
    await expect(again.url).toHaveValue(`https://ada:${secret}@api.example/gamma/edited/last`);
    const files = await keptFiles(app.home);
    expect(leaks(files, [secret])).toEqual([]);
    const file = files.find(({ path }) => path.endsWith('requests/gamma.yaml'));
    expect(file?.bytes.toString()).toMatch(/^url: https:\/\/api\.example\/gamma$/m);
    await again.tab('gamma').getByText('gamma').click({ button: 'right' });
    await app.page.getByRole('menuitem', { name: 'Drop the edits' }).click();
    await expect(again.url).toHaveValue('https://api.example/gamma');
  });
});

test('the tree is arranged by dragging, by keys and in place, and everything can be undone', async ({
  app,
}) => {
  test.setTimeout(90_000);
  const { page } = app;
  const window = new MainWindow(page);
  const sidebar = new Sidebar(page);
  for (const [name, folder] of [
    ['me', 'Account'],
    ['refunds', 'Billing / 2026'],
    ['health', ''],
  ] as const) {
    await window.newRequest();
    await window.url.fill(`https://api.example/${name}`);
    await window.saveRequestIn(name, folder);
  }
  const rows = sidebar.requests.getByRole('row');
  await expect(rows).toHaveText([/Account/, /me/, /Billing/, /2026/, /refunds/, /health/]);

  await test.step('by keys: moved, renamed, folded', async () => {
    await sidebar.request('health').getByRole('button', { name: 'Menu of health' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Move to…' }).press('Enter');
    await page.getByRole('dialog').getByRole('textbox', { name: 'Folder' }).fill('Billing / 2026');
    await page.keyboard.press('Enter');
    await expect(rows).toHaveText([/Account/, /me/, /Billing/, /2026/, /health/, /refunds/]);
    await sidebar.request('me').focus();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('button', { name: 'Move me' }).first()).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Drop on Billing' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(rows).toHaveText([/Billing/, /2026/, /health/, /refunds/, /me/]);
    await sidebar.undo(/Moved “me” to Billing/);
    await expect(rows).toHaveText([/Account/, /me/, /Billing/, /2026/, /health/, /refunds/]);
    await sidebar.request('2026').focus();
    await page.keyboard.press('F2');
    await page.getByRole('textbox', { name: 'New name of 2026' }).fill('2027');
    await page.keyboard.press('Enter');
    await expect(rows).toHaveText([/Account/, /me/, /Billing/, /2027/, /health/, /refunds/]);
    await expect(sidebar.request('2027')).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(rows).toHaveText([/Account/, /me/, /Billing/, /2027/]);
    await page.keyboard.press('ArrowRight');
  });

  await test.step('a request and a folder are dragged into folders', async () => {
    await sidebar.request('health').dragTo(sidebar.request('Account'));
    await expect(rows).toHaveText([/Account/, /health/, /me/, /Billing/, /2027/, /refunds/]);
    await sidebar.request('2027').dragTo(sidebar.request('Account'));
    await expect(rows).toHaveText([/Account/, /2027/, /refunds/, /health/, /me/]);
    await sidebar.undo(/Moved “2027” to Account/);
    await expect(rows).toHaveText([/Account/, /health/, /me/, /Billing/, /2027/, /refunds/]);
  });

  await test.step('a folder is deleted with all in it, and comes back', async () => {
    await sidebar.choose(sidebar.request('Billing'), 'Delete with all in it');
    await expect(rows).toHaveText([/Account/, /health/, /me/]);
    await expect(window.tabs).toHaveText([/me/, /health/]);
    await sidebar.undo(/Deleted “Billing” with one request/);
    await expect(window.tabs).toHaveText([/me/, /refunds/, /health/]);
  });

  await test.step('names, places and what is folded are there after a reload', async () => {
    await sidebar.request('2027').getByText('2027').click();
    await expect(rows).toHaveText([/Account/, /health/, /me/, /Billing/, /2027/]);
    await expect.poll(async () => (await kept(app.home, 'tabs.json')).join('')).toContain('2027');
    await page.reload();
    await expect(rows).toHaveText([/Account/, /health/, /me/, /Billing/, /2027/]);
    const paths = (await keptFiles(app.home)).map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([expect.stringMatching(/requests\/Billing\/2027\/refunds\.yaml$/)]),
    );
  });
});
