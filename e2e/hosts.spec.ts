import { expect, test } from './fixtures/app.ts';

/** What both windowed hosts owe the page, and what they keep from it. */

test('the window opens and the engine answers', async ({ app }) => {
  await expect(app.page).toHaveTitle(/why401/);
  const reply = await app.page.evaluate(() => window.why401?.call('boot', null));
  expect(reply).toMatchObject({ ok: true, value: { host: app.host } });
});

test('an argument that does not fit is refused as data', async ({ app }) => {
  const replies = await app.page.evaluate(async () => {
    const call = window.why401?.call as (name: string, arg: unknown) => Promise<unknown>;
    return [
      await call('cancel', { sendId: 7 }),
      await call('dropTables', null),
      await call('__proto__', null),
    ];
  });
  for (const reply of replies) expect(reply).toMatchObject({ ok: false });
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
  const opened = await app.page.evaluate(() => window.open('https://why401.invalid/'));
  expect(opened).toBeNull();
  await app.page.evaluate(() => location.assign('https://why401.invalid/'));
  await expect(app.page).toHaveURL(address);
  expect(await app.page.evaluate(() => window.why401?.call('boot', null))).toMatchObject({ ok: true });
});

test('a restart finds the same data folder', async ({ app }) => {
  const save = (name: string) => window.why401?.call('savePreferences', { preferences: { smoke: name } });
  expect(await app.page.evaluate(save, 'kept')).toMatchObject({ ok: true });
  await app.restart();
  const reply = await app.page.evaluate(() => window.why401?.call('boot', null));
  expect(reply).toMatchObject({ ok: true, value: { preferences: { smoke: 'kept' } } });
});
