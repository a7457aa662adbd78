import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';
import { expectAccessible } from './fixtures/axe.ts';
import { startServer } from './fixtures/servers.ts';
import { EnvironmentsDialog } from './pages/environments-dialog.ts';
import { FirstScreen } from './pages/first-screen.ts';
import { MainWindow } from './pages/main-window.ts';
import { Palette } from './pages/palette.ts';

/**
 * Every screen and state of the window against the rules of axe, in light, dark and high contrast, and in small windows. States that are
 * reached from one another share a start.
 */

interface State {
  readonly name: string;
  /** Leads here from the state before. */
  reach(page: Page): Promise<void>;
}

interface Tour {
  readonly name: string;
  readonly size?: { readonly width: number; readonly height: number };
  readonly states: readonly State[];
}

/** A trace would keep every run of axe. What is broken is named by its element. */
test.use({ trace: 'off' });

const closeDialog = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  // The first one only empties a search.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
};

const requestTab = (label: string): State => ({
  name: `request tab ${label}`,
  reach: (page) =>
    page
      .getByRole('tablist', { name: 'Parts of the request' })
      .getByRole('tab', { name: new RegExp(`^${label}`) })
      .click(),
});

const bodyKind = (label: string): State => ({
  name: `body ${label}`,
  async reach(page) {
    await page.getByRole('radio', { name: label, exact: true }).click();
    if (label === 'JSON') await expect(page.getByRole('textbox', { name: 'Body' })).toBeVisible();
  },
});

const exchangeTab = (label: string): State => ({
  name: `exchange tab ${label}`,
  async reach(page) {
    await new MainWindow(page).exchangeTab(label).click();
    if (label === 'Body') await page.getByText('invalid_token').first().waitFor();
  },
});

const example = (title: string, verdict: RegExp): State => ({
  name: `verdict of “${title}”`,
  async reach(page) {
    await new FirstScreen(page).openExample(title);
    await expect(new MainWindow(page).verdict).toHaveText(verdict);
  },
});

/** The dialog that a command opens; the one before is closed. */
const dialog = (command: string, title: string): State => ({
  name: `dialog ${title}`,
  async reach(page) {
    await closeDialog(page);
    await new Palette(page).run(command);
    await expect(page.getByRole('dialog', { name: title })).toBeVisible();
  },
});

const expired = example('Access token expired', /expired/);

const helped: State = {
  name: 'It helped',
  async reach(page) {
    const window = new MainWindow(page);
    await window.remedy(/Refresh token and retry/).click();
    await expect(window.verdict).toHaveText(/^It helped/);
  },
};

const compared: State = {
  name: 'compared',
  async reach(page) {
    await page.getByRole('radio', { name: '1 401' }).click();
    await expect(page.getByRole('group', { name: 'Differences' })).toBeHidden();
    await page.getByRole('radio', { name: 'Compare' }).click();
    await expect(page.getByRole('group', { name: 'Differences' })).toBeVisible();
  },
};

const profileEditor: State = {
  name: 'profile editor with the token inspector',
  async reach(page) {
    await page.getByRole('button', { name: 'Edit profile' }).click();
    await expect(page.getByRole('region', { name: 'Token' })).toBeVisible();
  },
};

const palette: State = { name: 'palette', reach: (page) => new Palette(page).open() };

const tours: readonly Tour[] = [
  {
    name: 'before anything is sent',
    states: [
      {
        name: 'first screen',
        reach: (page) => expect(new FirstScreen(page).box).toBeFocused(),
      },
      {
        name: 'what was pasted cannot be read',
        async reach(page) {
          await new MainWindow(page).explain('what is this');
          await expect(new FirstScreen(page).box).toHaveAccessibleDescription(/./);
        },
      },
      {
        name: 'all lessons',
        async reach(page) {
          await page.getByRole('button', { name: /^All \d+ lessons/ }).click();
          await expect(page.getByRole('dialog', { name: 'Lessons' })).toBeVisible();
        },
      },
      {
        name: palette.name,
        async reach(page) {
          await closeDialog(page);
          await palette.reach(page);
        },
      },
      {
        name: 'palette without results',
        reach: (page) => page.keyboard.type('zzzz'),
      },
      dialog('Settings', 'Settings'),
      dialog('Keyboard shortcuts', 'Keyboard shortcuts'),
      dialog('Guide: Window, keys and settings', 'Guide'),
      dialog('Open workspace', 'Open workspace'),
      dialog('Edit environments', 'Environments'),
      dialog('Edit variables of the workspace…', 'Variables of the workspace'),
      {
        name: 'environment with variables',
        async reach(page) {
          await closeDialog(page);
          const environments = new EnvironmentsDialog(page);
          await environments.create('Test', [
            { name: 'host', value: 'api.example' },
            { name: 'token', value: 'abc', secret: true },
          ]);
          await environments.open();
        },
      },
    ],
  },
  {
    name: 'composing',
    states: [
      {
        name: 'empty request',
        async reach(page) {
          await page.getByRole('button', { name: 'New request' }).last().click();
          await expect(new MainWindow(page).url).toBeVisible();
        },
      },
      {
        name: 'wrong address',
        async reach(page) {
          await new MainWindow(page).url.fill('https://exa mple/{{host}}?a=1&b=2');
          await page.keyboard.press('Tab');
        },
      },
      requestTab('Params'),
      requestTab('Headers'),
      {
        name: 'a header',
        reach: (page) => page.getByRole('textbox', { name: /^New .*name/ }).fill('Accept'),
      },
      requestTab('Body'),
      bodyKind('JSON'),
      bodyKind('Form'),
      bodyKind('Multipart'),
      bodyKind('File'),
      requestTab('Variables'),
      requestTab('Settings'),
      requestTab('Auth'),
      {
        name: 'choosing authentication',
        reach: (page) =>
          page
            .getByRole('button', { name: /Authentication$/ })
            .first()
            .click(),
      },
      {
        name: 'own credentials',
        async reach(page) {
          await page
            .getByRole('option', { name: /^Basic/ })
            .first()
            .click();
          await expect(page.getByRole('textbox', { name: 'User name' })).toBeVisible();
        },
      },
      dialog('Save request as', 'Save request'),
      dialog('Copy as cURL or code…', 'Copy as cURL or code'),
    ],
  },
  {
    name: 'refused, mended, compared',
    states: [
      expired,
      ...['Body', 'Headers', 'Wire', 'Timeline', 'Cookies'].map(exchangeTab),
      {
        name: 'what was ruled out',
        reach: (page) => page.getByRole('button', { name: /^Ruled out/ }).click(),
      },
      profileEditor,
      {
        name: 'palette with remedies',
        async reach(page) {
          await page.getByRole('button', { name: 'Done' }).click();
          await new Palette(page).open();
          await expect(page.getByRole('option', { name: /Refresh token and retry/ })).toBeVisible();
        },
      },
      dialog('Report', 'Report'),
      {
        name: helped.name,
        async reach(page) {
          await closeDialog(page);
          await helped.reach(page);
        },
      },
      compared,
    ],
  },
  {
    name: 'redirected',
    states: [example('Redirect went without credentials', /redirect/i), exchangeTab('Hops')],
  },
  ...[
    { width: 900, height: 700 },
    { width: 640, height: 800 },
    // 1280 × 800 at 200 %.
    { width: 640, height: 400 },
  ].map(({ width, height }): Tour => ({
    name: `${width} × ${height}`,
    size: { width, height },
    states: [
      { name: 'first screen', reach: (page) => expect(new FirstScreen(page).box).toBeFocused() },
      expired,
      {
        name: 'sidebar',
        async reach(page) {
          await page.getByRole('button', { name: 'Show sidebar' }).click();
          await expect(page.getByRole('dialog', { name: 'Workspace' })).toBeVisible();
        },
      },
      dialog('Settings', 'Settings'),
      {
        name: 'It helped',
        async reach(page) {
          await closeDialog(page);
          await helped.reach(page);
        },
      },
      compared,
      palette,
    ],
  })),
];

for (const tour of tours) {
  test(`accessible: ${tour.name}`, async ({ page }) => {
    test.setTimeout(150_000);
    if (tour.size !== undefined) await page.setViewportSize(tour.size);
    for (const state of tour.states) {
      await test.step(state.name, async () => {
        await state.reach(page);
        const at = `${tour.name}: ${state.name}`;
        // A smaller window arranges anew; its colours are those of the large one.
        if (tour.size === undefined) await expectAccessible(page, at);
        else await expectAccessible(page, at, ['light']);
      });
    }
  });
}

test('accessible: no answer, and an empty one', async ({ page }) => {
  const server = await startServer((_, response) => response.writeHead(204).end());
  const window = new MainWindow(page);
  await window.sendPasted(`curl ${server.origin}/`);
  await window.expectStatus(204);
  for (const label of ['Body', 'Headers', 'Cookies']) {
    await window.exchangeTab(label).click();
    await expectAccessible(page, `empty answer: ${label}`);
  }
  await server.close();
  await window.send();
  await window.expectStatus('no answer');
  await expectAccessible(page, 'connection refused');
});
