import { Buffer } from 'node:buffer';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures/app.ts';
import { startRecordingServer } from './fixtures/recording-server.ts';
import { AuthTab } from './pages/auth-tab.ts';
import { paste } from './pages/clipboard.ts';
import { MainWindow } from './pages/main-window.ts';
import { Palette } from './pages/palette.ts';

/** Whatever is pasted goes where it belongs, wherever it is pasted, and nothing of it is sent. */

interface Landed {
  readonly page: Page;
  readonly window: MainWindow;
  readonly auth: AuthTab;
}

interface Pasting {
  readonly name: string;
  readonly text: string;
  readonly landed: (at: Landed) => Promise<void>;
}

const encoded = (value: object | string): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

const jwt = [
  encoded({ alg: 'HS256', typ: 'JWT' }),
  encoded({ iss: 'https://login.example', sub: 'robin-4711', exp: 1_600_000_000 }),
  encoded('a signature'),
].join('.');

const har = (origin: string): string =>
  JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'test', version: '1' },
      entries: [
        {
          startedDateTime: '2026-03-01T10:00:00.000Z',
          time: 12,
          request: {
            method: 'GET',
            url: `${origin}/har`,
            httpVersion: 'HTTP/1.1',
            cookies: [],
            headers: [{ name: 'Authorization', value: `Bearer ${jwt}` }],
            queryString: [],
            headersSize: -1,
            bodySize: 0,
          },
          response: {
            status: 401,
            statusText: 'Unauthorized',
            httpVersion: 'HTTP/1.1',
            cookies: [],
            headers: [{ name: 'WWW-Authenticate', value: 'Bearer error="invalid_token"' }],
            content: { size: 0, mimeType: 'text/plain', text: '' },
            redirectURL: '',
            headersSize: -1,
            bodySize: 0,
          },
          cache: {},
          timings: { send: 1, wait: 10, receive: 1 },
        },
      ],
    },
  });

/** A request that waits for Send, with a user name and password of its own. */
const isBasicPost =
  (address: string) =>
  async ({ window, auth }: Landed): Promise<void> => {
    await expect(window.url).toHaveValue(address);
    await expect(window.method).toHaveValue('POST');
    await auth.open();
    await expect(auth.field('User name')).toHaveValue('mia');
  };

const isBearerGet =
  (address: string) =>
  async ({ window, page }: Landed): Promise<void> => {
    await expect(window.url).toHaveValue(address);
    await expect(window.method).toHaveValue('GET');
    await expect(page.getByRole('tab', { name: 'Auth Bearer token' })).toBeVisible();
  };

/** An answer that is explained without anybody being asked again. */
const isExplained =
  (verdict: RegExp, status = 401) =>
  async ({ window }: Landed): Promise<void> => {
    await window.expectStatus(status);
    await expect(window.verdict).toHaveText(verdict);
  };

const pastings = (origin: string): readonly Pasting[] => [
  {
    name: 'cURL for POSIX shells',
    text: `$ curl '${origin}/posix' \\\n  -u 'mia:it'"'"'s open' \\\n  --data-raw '{"a":1}'`,
    landed: isBasicPost(`${origin}/posix`),
  },
  {
    name: 'cURL for cmd.exe',
    text: `curl ^"${origin}/cmd^" ^\r\n  -u ^"mia:open^" ^\r\n  -H ^"Accept: text/plain^" ^\r\n  --data-raw ^"^{^\\^"a^\\^":1^}^"`,
    landed: isBasicPost(`${origin}/cmd`),
  },
  {
    name: 'cURL for PowerShell',
    text: `curl.exe '${origin}/powershell' \`\r\n  -u 'mia:open' \`\r\n  -d 'a=1'`,
    landed: isBasicPost(`${origin}/powershell`),
  },
  {
    name: 'a raw HTTP request',
    text: `GET /raw?x=1 HTTP/1.1\nHost: ${origin.slice('http://'.length)}\nAuthorization: Bearer abc.def-1\n\n`,
    landed: async ({ window, page }) => {
      await expect(window.url).toHaveValue(/\/raw\?x=1$/);
      await expect(page.getByRole('tab', { name: 'Auth Bearer token' })).toBeVisible();
    },
  },
  {
    name: 'a raw HTTP answer',
    text: 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token", error_description="The access token expired"\n\n',
    landed: isExplained(/expired/i),
  },
  {
    name: 'a transcript of curl -v',
    text: [
      '*   Trying 127.0.0.1:8080...',
      '* Connected to api.example (127.0.0.1) port 8080',
      '> GET /transcript HTTP/1.1',
      '> Host: api.example:8080',
      '> User-Agent: curl/8.5.0',
      '> Accept: */*',
      '>',
      '< HTTP/1.1 401 Unauthorized',
      '< WWW-Authenticate: Basic realm="staff"',
      '< Content-Length: 0',
      '<',
      '* Connection #0 to host api.example left intact',
    ].join('\n'),
    landed: async (at) => {
      await expect(at.window.url).toHaveValue('http://api.example:8080/transcript');
      await isExplained(/no credentials|without credentials/i)(at);
    },
  },
  {
    name: 'a HAR',
    text: har(origin),
    landed: async (at) => {
      await expect(at.window.url).toHaveValue(`${origin}/har`);
      await isExplained(/token expired/i)(at);
    },
  },
  {
    name: 'a fetch() call',
    text: `await fetch("${origin}/fetch", {\n  "headers": { "authorization": "Bearer abc.def-2" },\n  "method": "GET"\n});`,
    landed: isBearerGet(`${origin}/fetch`),
  },
  {
    name: 'a bare token',
    text: `\n  ${jwt}\n`,
    landed: async ({ page }) => {
      await expect(page.getByText('robin-4711').first()).toBeVisible();
      await expect(page.getByText('https://login.example').first()).toBeVisible();
    },
  },
  {
    name: 'a WWW-Authenticate line',
    text: 'WWW-Authenticate: Bearer realm="api", error="insufficient_scope", scope="orders:write"',
    landed: isExplained(/orders:write/),
  },
  {
    name: 'a Basic value',
    text: `Basic ${Buffer.from('mia:open sesame').toString('base64')}`,
    landed: async ({ auth }) => {
      await expect(auth.field('User name')).toHaveValue('mia');
      await auth.reveal('Password');
      await expect(auth.field('Password')).toHaveValue('open sesame');
    },
  },
  {
    name: 'a URL',
    text: `${origin}/address?page=2`,
    landed: async ({ window }) => {
      await expect(window.url).toHaveValue(`${origin}/address?page=2`);
      await expect(window.method).toHaveValue('GET');
    },
  },
];

const nonsense = 'the kettle is on the roof again';

interface PastePlace {
  readonly name: string;
  readonly bring: (page: Page, text: string) => Promise<void>;
  /** What is pasted and makes no sense is said, and stays where it was put. */
  readonly refuses: (page: Page) => Promise<void>;
}

const places: readonly PastePlace[] = [
  {
    name: 'the first screen',
    bring: async (page, text) => {
      const window = new MainWindow(page);
      await window.start();
      await window.explain(text);
    },
    refuses: async (page) => {
      const box = page.getByRole('textbox', { name: 'Paste what fails' });
      await expect(box).toHaveValue(nonsense);
      await expect(box).toHaveAccessibleDescription(/\w+.*\./);
    },
  },
  {
    name: 'the palette',
    bring: async (page, text) => {
      await new MainWindow(page).start();
      const palette = new Palette(page);
      await palette.open();
      await paste(page, text);
    },
    refuses: async (page) => {
      await expect(new Palette(page).search).toHaveValue(nonsense);
      await page.keyboard.press('Escape');
    },
  },
  {
    name: 'no field at all',
    bring: async (page, text) => {
      await new MainWindow(page).start();
      await page.getByRole('heading', { name: 'Paste what fails' }).click();
      await paste(page, text);
    },
    refuses: async (page) => {
      const notices = page.getByRole('region', { name: 'Notices' }).getByRole('listitem');
      await expect(notices.filter({ hasText: 'This is no curl command' })).toBeVisible();
    },
  },
];

for (const { name, bring, refuses } of places) {
  test(`pasted into ${name}, everything lands where it belongs and nothing is sent`, async ({ page }) => {
    test.setTimeout(90_000);
    const server = await startRecordingServer();
    const at = { page, window: new MainWindow(page), auth: new AuthTab(page) };
    for (const pasting of pastings(server.origin)) {
      await test.step(pasting.name, async () => {
        await bring(page, pasting.text);
        await pasting.landed(at);
      });
    }
    await test.step('a sentence', async () => {
      const kept = await page.getByRole('treegrid', { name: 'Requests' }).getByRole('row').count();
      await bring(page, nonsense);
      await refuses(page);
      await expect(page.getByRole('treegrid', { name: 'Requests' }).getByRole('row')).toHaveCount(kept);
    });
    expect(server.requests).toEqual([]);
    await server.close();
  });
}

test('a HAR is read from a file, and from one that is dropped anywhere', async ({ page }) => {
  const server = await startRecordingServer();
  const at = { page, window: new MainWindow(page), auth: new AuthTab(page) };
  const file = { name: 'ticket.har', mimeType: 'application/json', buffer: Buffer.from(har(server.origin)) };
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Open file…' }).click();
  await (await chooser).setFiles(file);
  await expect(at.window.url).toHaveValue(`${server.origin}/har`);
  await isExplained(/token expired/i)(at);

  await at.window.start();
  await page.evaluate((text) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([text], 'reply.txt', { type: 'text/plain' }));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, 'HTTP/1.1 403 Forbidden\nContent-Length: 0\n\n');
  await at.window.expectStatus(403);
  expect(server.requests).toEqual([]);
  await server.close();
});
