import { generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './fixtures/app.ts';
import { expectAccessible } from './fixtures/axe.ts';
import { selfSigned } from './fixtures/certificates.ts';
import { MainWindow } from './pages/main-window.ts';

/**
 * An answer from every side. Which row of "debugging and inspection" in the table of other clients is walked where stands
 * in docs/peers.md.
 */

const folder = mkdtempSync(join(tmpdir(), 'why401-inspecting-'));
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const reached: string[] = [];
let server: Server;
let origin = '';

const token = (claims: Readonly<Record<string, unknown>>): string => {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signed = `${part({ alg: 'ES256', kid: 'k1' })}.${part({ iss: origin, ...claims })}`;
  const signature = sign('sha256', Buffer.from(signed), { key: privateKey, dsaEncoding: 'ieee-p1363' });
  return `${signed}.${signature.toString('base64url')}`;
};

const harmful = `<!doctype html><meta http-equiv="refresh" content="0;url=/harm/refresh"><title>Harm</title>
<style>@import url(/harm/style); h1 { color: teal }</style><script>fetch('/harm/script')</script>
<h1>Sign in</h1><img src="/harm/image" alt="logo" onerror="fetch('/harm/handler')">
<form action="/harm/form"><button>Go</button></form><a href="/harm/link">a link</a>`;

/** One page with a black square, and a script that would open a page. */
const pdf = (): string => {
  const content = '0 g 20 20 100 100 re f';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /URI /URI (/harm/pdf) >> >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ];
  return `%PDF-1.4\n${objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')}trailer\n<< /Root 1 0 R >>\n`;
};

const records = JSON.stringify(
  Array.from({ length: 40_000 }, (_, id) => ({
    id,
    name: `customer ${id}`,
    tags: ['gold', String(id % 97)],
  })),
);

const answers: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  '/token': (_, response) => {
    response.writeHead(200, [
      'content-type',
      'application/json',
      'X-Twice',
      'a',
      'x-twice',
      'b',
      'ETag',
      '"7"',
    ]);
    response.end(JSON.stringify({ access_token: token({ sub: 'alice', scope: 'read write' }) }));
  },
  '/.well-known/openid-configuration': (_, response) =>
    void response.end(JSON.stringify({ issuer: origin, jwks_uri: `${origin}/jwks` })),
  '/jwks': (_, response) =>
    void response.end(JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'k1' }] })),
  '/page': (_, response) => void response.setHeader('Content-Type', 'text/html').end(harmful),
  '/pdf': (_, response) => void response.setHeader('Content-Type', 'application/pdf').end(pdf()),
  '/large': (_, response) => void response.setHeader('Content-Type', 'application/json').end(records),
  '/line': (_, response) =>
    void response.setHeader('Content-Type', 'text/plain').end(`${'one line '.repeat(300_000)}needle`),
};

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? '';
    reached.push(path);
    const answer = answers[path];
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('fields with their meaning, the time each phase took, and tokens with their signature', async ({
  page,
}) => {
  const window = new MainWindow(page);
  const own = token({ sub: 'alice', scope: 'read', exp: 2_000_000_000 });
  await window.sendPasted(`curl -H 'Authorization: Bearer ${own}' ${origin}/token`);
  await window.expectStatus(200);

  await window.exchangeTab('Headers').click();
  const names = window.exchange.getByRole('region', { name: 'Response' }).getByRole('rowheader');
  await expect(names.first()).toHaveText('content-type');
  await expect(names.nth(1)).toHaveText('X-Twice');
  await expect(names.nth(2)).toHaveText('x-twice');
  await expect(window.exchange.getByText('from the URL')).toBeVisible();
  await window.exchange.getByRole('button', { name: 'ETag' }).click();
  await expect(
    window.exchange.getByText('Names this version of the resource. RFC 9110 §8.8.3'),
  ).toBeVisible();
  await expectAccessible(page, 'the headers with a meaning');

  await window.exchangeTab('Timeline').click();
  await expect(
    window.exchange.getByRole('list', { name: 'Phases' }).getByText('wait', { exact: true }),
  ).toBeVisible();

  await window.exchangeTab('Tokens').click();
  await expect(window.exchange.getByText('18 May 2033, 03:33:20', { exact: false })).toBeVisible();
  await window.exchange.getByRole('button', { name: 'Check the signature' }).click();
  await expect(window.exchange.getByText(/^The signature is good by the keys of/)).toBeVisible();
  await window.exchange.getByRole('button', { name: /Compare with/ }).click();
  await page.getByRole('option', { name: 'Response › body › access_token' }).click();
  await expect(window.exchange.getByText('2 differences in 6 claims and parameters')).toBeVisible();
  await expect(window.exchange.getByRole('row', { name: 'scope read read write' })).toBeVisible();
  await expectAccessible(page, 'two tokens');
});

test('a page and a PDF are drawn, and can do nothing', async ({ page }) => {
  const window = new MainWindow(page);
  await window.sendPasted(`curl ${origin}/page`);
  await window.expectStatus(200);
  await window.exchangeTab('Body').click();
  await expect(window.exchange.getByRole('radio', { name: 'Pretty' })).toBeChecked();
  await expect(window.exchange.locator('.view-line', { hasText: /^\s*color:\s+teal$/ })).toBeVisible();
  await page.getByRole('radio', { name: 'Preview' }).click();
  const preview = page.frameLocator('iframe[title="Preview of the body"]');
  await expect(preview.getByRole('heading', { name: 'Sign in' })).toHaveCSS('color', 'rgb(0, 128, 128)');
  await preview.getByRole('button', { name: 'Go' }).click();
  await preview.getByRole('link', { name: 'a link' }).click();
  // Longer than a refresh, a script or an image would have needed.
  await page.waitForTimeout(1_000);
  await expect(preview.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  await window.start();
  await window.sendPasted(`curl ${origin}/pdf`);
  await window.expectStatus(200);
  await window.exchangeTab('Body').click();
  const drawn = page.getByRole('img', { name: 'Page 1 of 1' });
  const darkness = (): Promise<number> =>
    drawn.evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')?.getImageData(canvas.width / 4, canvas.height / 2, 1, 1) ?? {};
      return data?.[3] === 255 ? 255 - (data[0] ?? 255) : 0;
    });
  await expect.poll(darkness).toBe(255);
  expect(reached.filter((path) => path.startsWith('/harm/'))).toEqual([]);
  expect(page.context().pages()).toHaveLength(1);
});

test('a large answer is laid out, searched, opened as a tree and saved', async ({ page }) => {
  const window = new MainWindow(page);
  await window.sendPasted(`curl ${origin}/large`);
  await window.expectStatus(200);
  await window.exchangeTab('Body').click();
  const search = page.getByRole('textbox', { name: 'Search in the body' });
  await expect(page.getByText('"name": "customer 1"')).toBeVisible();
  await page.getByRole('button', { name: 'Search in the body' }).click();
  await search.fill('"customer 39999"');
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
  await expect(window.exchange.locator('mark')).toHaveText('"customer 39999"');
  await expectAccessible(page, 'a large body, searched');
  await search.press('Escape');

  await page.getByRole('radio', { name: 'Tree' }).click();
  const tree = page.getByRole('tree', { name: 'Body as a tree' });
  await expect(tree.getByRole('treeitem', { name: '40000 elements' })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  await tree.focus();
  for (const key of ['ArrowDown', 'ArrowLeft']) await page.keyboard.press(key);
  await expect(tree.getByRole('treeitem').nth(1)).toHaveAttribute('aria-expanded', 'false');
  await page.getByRole('textbox', { name: 'Filter the body' }).fill('$[39999].name');
  await expect(tree.getByRole('treeitem', { name: '$[39999][\'name\']: "customer 39999"' })).toBeVisible();

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save body as a file' }).click();
  expect((await saving).suggestedFilename()).toBe('large.json');

  await window.start();
  await window.sendPasted(`curl ${origin}/line`);
  await window.expectStatus(200);
  await window.exchangeTab('Body').click();
  await page.getByRole('button', { name: 'Search in the body' }).click();
  await search.fill('needle');
  await expect(window.exchange.locator('mark')).toHaveText('needle');
});

test('a certificate of nobody says why it was refused', async ({ page }) => {
  const pair = selfSigned(folder);
  test.skip(pair === undefined, 'There is no openssl to make a certificate with.');
  const secure = createTlsServer({ ...pair }, (_, response) => void response.end());
  await new Promise<void>((done) => secure.listen(0, '127.0.0.1', done));
  const window = new MainWindow(page);
  await window.sendPasted(`curl https://127.0.0.1:${(secure.address() as AddressInfo).port}/`);
  await window.exchangeTab('TLS').click();
  const certificate = window.exchange.getByRole('region', { name: 'Certificate 1' });
  await expect(certificate.getByText('Refused here: the server signed it itself.')).toBeVisible();
  await expect(certificate.getByText('127.0.0.1 is for 127.0.0.1')).toBeVisible();
  await expect(certificate.getByText('EC, P-256')).toBeVisible();
  await expectAccessible(page, 'a refused certificate');
  secure.close();
});
