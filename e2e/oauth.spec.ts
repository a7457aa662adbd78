import { expect, test } from './fixtures/app.ts';
import { zooApprove, zooMissing } from './fixtures/zoo.ts';
import { MainWindow } from './pages/main-window.ts';
import { ProfileEditor } from './pages/profile-editor.ts';

test('log in, call, expire, refresh and retry, restart, still there', async ({ app }) => {
  const missing = await zooMissing();
  test.skip(missing !== undefined, missing);
  test.setTimeout(90_000);
  let window = new MainWindow(app.page);
  await window.explain('curl http://127.0.0.1:18142/me');
  await window.saveRequest('me');

  const profile = new ProfileEditor(app.page);
  await profile.create('Zoo app');
  await profile.chooseScheme('OAuth 2.0');
  await profile.chooseGrant('Authorization code');
  await profile.fill('Issuer', 'http://127.0.0.1:18141');
  await profile.discover();
  await profile.expectValue('Token', 'http://127.0.0.1:18141/token');
  await profile.fill('Client ID', 'app-short');
  await profile.choose('Client authentication', 'None');
  await profile.fill('Scope', 'openid offline_access read write');
  await profile.fill('Further, at login', 'prompt=consent');

  // Renewed ahead of time it would never be refused.
  await profile.switchOff('30\u00a0s before the token expires');

  await window.send();
  await zooApprove(await window.loginAddress());
  await window.expectStatus(200);

  // The provider's token lives two seconds.
  await app.page.waitForTimeout(3_000);
  await window.send();
  await window.expectStatus(401);
  await expect(window.verdict).toHaveText(/token expired/i);
  await window.remedy(/Refresh token and retry/).click();
  await expect(window.verdict).toHaveText(/^It helped/);

  await window.saveAgain();
  await app.restart();
  window = new MainWindow(app.page);
  await window.openRequest('me');
  await expect(app.page.getByText('Zoo app').first()).toBeVisible();
  await window.send();
  await window.expectStatus(401);
  await window.remedy(/Refresh token and retry/).click();
  await expect(window.verdict).toHaveText(/^It helped/);
});
