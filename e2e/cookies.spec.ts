import { expect, test } from './fixtures/app.ts';
import { fieldOf, startRecordingServer } from './fixtures/recording-server.ts';
import { CookiesTab } from './pages/cookies-tab.ts';
import { MainWindow } from './pages/main-window.ts';

/** What an answer sets is in the jar, goes out with the next request, and is the person's to change. */

test('the jar is seen, edited, filled from a file and cleared; what is sent says where it is from', async ({
  page,
}) => {
  const server = await startRecordingServer({
    '/login': { fields: { 'Set-Cookie': 'sid=first; Path=/; HttpOnly' } },
  });
  const window = new MainWindow(page);
  const cookies = new CookiesTab(page);
  await window.sendPasted(`curl ${server.origin}/login`);
  await window.expectStatus(200);
  expect(fieldOf(server.last(), 'Cookie')).toBeUndefined();

  await test.step('it is in the jar, its value masked', async () => {
    await cookies.open();
    await expect(cookies.row('sid')).toContainText('HttpOnly');
    await expect(cookies.row('sid')).not.toContainText('first');
    await expect(cookies.willSend).toContainText('sid from 127.0.0.1');
  });

  await test.step('it is sent, and Wire names the jar', async () => {
    await window.send();
    await expect.poll(() => fieldOf(server.last(), 'Cookie')).toBe('sid=first');
    await window.exchangeTab('Wire').click();
    await expect(window.exchange.getByText('cookie jar: sid from 127.0.0.1')).toBeVisible();
  });

  await test.step('it is edited by hand', async () => {
    await cookies.edit('sid', { Name: 'session', Path: '/login' });
    await expect(cookies.row('session')).toContainText('/login');
    await window.send();
    await expect.poll(() => fieldOf(server.last(), 'Cookie')).toBe('session=first');
  });

  await test.step('others come from a file', async () => {
    await cookies.importFile(
      '127.0.0.1\tFALSE\t/\tFALSE\t0\ttheme\tdark\nexample.com\tFALSE\t/\tFALSE\t0\tother\tx\n',
    );
    await expect(cookies.row('theme')).toBeVisible();
    await expect(cookies.willSend).not.toContainText('other');
    await window.send();
    await expect.poll(() => fieldOf(server.last(), 'Cookie')).toContain('theme=dark');
    expect(fieldOf(server.last(), 'Cookie')).not.toContain('other');
  });

  await test.step('the jar is cleared', async () => {
    await cookies.jar.getByRole('button', { name: 'Clear' }).click();
    await expect(cookies.willSend).toContainText('no cookies');
    await window.send();
    await expect.poll(() => fieldOf(server.last(), 'Cookie')).toBeUndefined();
  });
  await server.close();
});
