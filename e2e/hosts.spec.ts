import { expect, test } from './fixtures/app.ts';
import { call } from './fixtures/call.ts';

/** What both windowed hosts owe the page, and what they keep from it. */

test('the window opens and the engine answers', async ({ app }) => {
  await expect(app.page).toHaveTitle(/why401/);
  expect(await call(app.page, 'boot')).toMatchObject({ ok: true, value: { host: app.host } });
});

test('what the contract does not know is refused as data', async ({ app }) => {
  for (const [name, arg] of [
    ['cancel', { sendId: 7 }],
    ['dropTables'],
    ['__proto__'],
    ['constructor'],
  ] as const) {
    expect([name, await call(app.page, name, arg)]).toMatchObject([
      name,
      { ok: false, error: { code: 'bad-argument' } },
    ]);
  }
});

test('the page has its policies and no Node', async ({ app }) => {
  const found = await app.page.evaluate(async () => ({
    globals: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
    policy: (await fetch(location.href)).headers.get('content-security-policy'),
  }));
  expect(found.globals).toEqual([]);
  expect(found.policy).toContain("require-trusted-types-for 'script'");
});

test('the desktop window stays where it is', async ({ app }) => {
  test.skip(app.host !== 'desktop', 'a browser may go where its person likes');
  const address = app.page.url();
  expect(await app.page.evaluate(() => window.open('https://why401.invalid/'))).toBeNull();
  await app.page.evaluate(() => location.assign('https://why401.invalid/'));
  await expect(app.page).toHaveURL(address);
  expect(await call(app.page, 'boot')).toMatchObject({ ok: true });
});

test('a restart finds the same data folder', async ({ app }) => {
  expect(await call(app.page, 'savePreferences', { preferences: { smoke: 'kept' } })).toMatchObject({
    ok: true,
  });
  await app.restart();
  expect(await call(app.page, 'boot')).toMatchObject({ ok: true, value: { preferences: { smoke: 'kept' } } });
});
