import { createServer, request as httpRequest, type Server } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { jwt } from './fakes.test-support.ts';
import type { LoginAnswer } from './login-answer.ts';
import { listenForCallback, type LoopbackListener } from './loopback.ts';

const open: LoopbackListener[] = [];
const servers: Server[] = [];

afterEach(() => {
  for (const listener of open.splice(0)) listener.close();
  for (const server of servers.splice(0)) server.close();
});

const listening = async (redirectUri: string): Promise<LoopbackListener> => {
  const result = await listenForCallback(redirectUri);
  if (!result.ok) throw new Error(result.message);
  open.push(result.listener);
  return result.listener;
};

const patience = () => ({ signal: new AbortController().signal, timeoutMs: 10_000 });

interface Page {
  readonly status: number | undefined;
  readonly text: string;
  readonly headers: NodeJS.Dict<string | string[]>;
}

const get = (url: string, options: { method?: string; host?: string } = {}): Promise<Page> =>
  new Promise((resolve, reject) => {
    const { method = 'GET', host } = options;
    const request = httpRequest(
      url,
      { method, ...(host === undefined ? {} : { headers: { Host: host } }) },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (text += chunk));
        response.on('end', () => resolve({ status: response.statusCode, text, headers: response.headers }));
      },
    );
    request.on('error', reject);
    request.end();
  });

const parametersOf = (answer: LoginAnswer): Record<string, string> | string =>
  answer.kind === 'answered' ? Object.fromEntries(answer.parameters) : answer.kind;

describe('where it listens', () => {
  test('a free port where none is named', async () => {
    const { redirectUri } = await listening('http://127.0.0.1/callback');
    expect(redirectUri).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/callback$/);
    expect(Number(new URL(redirectUri).port)).toBeGreaterThan(1023);
  });

  test('a named port stays as typed', async () => {
    const { redirectUri } = await listening('http://127.0.0.1/cb');
    const { port } = new URL(redirectUri);
    open.splice(0).forEach((listener) => listener.close());
    const typed = `http://localhost:${port}/cb?fixed=1`;
    expect((await listening(typed)).redirectUri).toBe(typed);
  });

  test.each([
    'https://127.0.0.1/callback',
    'http://example.com/callback',
    'http://127.0.0.1.evil.example/callback',
    'http://user@127.0.0.1/callback',
    'http://0.0.0.0/callback',
    'http://127.0.0.1:99999/callback',
    'com.example.app:/callback',
    'callback',
    '',
  ])('not at %j', async (redirectUri) => {
    expect(await listenForCallback(redirectUri)).toMatchObject({ ok: false, code: 'redirect-uri-unfit' });
  });

  test('a busy port is said', async () => {
    const server = createServer();
    servers.push(server);
    const port = await new Promise<number>((resolve) => {
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
    const result = await listenForCallback(`http://127.0.0.1:${port}/callback`);
    expect(result).toMatchObject({ ok: false, code: 'redirect-port-busy' });
    expect(result.ok ? '' : result.message).toContain(`Port ${port}`);
  });
});

describe('what it takes', () => {
  test('the answer with our state, and tells the person so', async () => {
    const listener = await listening('http://127.0.0.1/callback');
    const answer = listener.wait('s1', patience());
    const page = await get(`${listener.redirectUri}?code=c%201&state=s1&iss=x`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Logged in');
    expect(page.text).not.toContain('<script');
    expect(page.headers['content-security-policy']).toContain("default-src 'none'");
    expect(page.headers['cache-control']).toBe('no-store');
    expect(parametersOf(await answer)).toEqual({ code: 'c 1', state: 's1', iss: 'x' });
  });

  test('an error, its words harmless on the page', async () => {
    const listener = await listening('http://127.0.0.1/callback');
    const answer = listener.wait('s1', patience());
    const page = await get(`${listener.redirectUri}?error=${encodeURIComponent('<b>"no"</b>')}&state=s1`);
    expect(page.status).toBe(400);
    expect(page.text).toContain('&lt;b&gt;&quot;no&quot;&lt;/b&gt;');
    expect(parametersOf(await answer)).toEqual({ error: '<b>"no"</b>', state: 's1' });
  });

  test('an answer without a state ends the login, for the server does not send it back', async () => {
    const listener = await listening('http://127.0.0.1/callback');
    const answer = listener.wait('s1', patience());
    expect((await get(`${listener.redirectUri}?code=c1`)).status).toBe(400);
    expect(await answer).toEqual({ kind: 'stateless' });
  });

  test('strangers are turned away and the login goes on waiting', async () => {
    const listener = await listening('http://127.0.0.1/callback');
    const { host, origin } = new URL(listener.redirectUri);
    const answer = listener.wait('s1', patience());
    const good = `${listener.redirectUri}?code=c1&state=s1`;
    const statuses = [
      await get(`${origin}/favicon.ico`),
      await get(`${origin}/callback/?code=c1&state=s1`),
      await get(listener.redirectUri),
      await get(`${listener.redirectUri}?code=c1&state=other`),
      await get(`${listener.redirectUri}?code=c1&state=s1&state=s1`),
      await get(good, { method: 'PUT' }),
      await get(good, { method: 'POST' }),
      await get(good, { host: `evil.example:${host.split(':')[1]}` }),
      await get(good),
      await get(good),
    ].map(({ status }) => status);
    expect(statuses).toEqual([404, 404, 400, 400, 400, 405, 400, 404, 200, 404]);
    expect(parametersOf(await answer)).toEqual({ code: 'c1', state: 's1' });
  });

  test('a posted form', async () => {
    const listener = await listening('http://127.0.0.1/callback');
    const answer = listener.wait('s1', patience());
    const post = async (form: string, type = 'application/x-www-form-urlencoded') =>
      (await fetch(listener.redirectUri, { method: 'POST', body: form, headers: { 'content-type': type } }))
        .status;
    expect([
      await post('code=c1&state=s1', 'text/plain'),
      await post('state=s1'),
      await post('code=c1&state=other'),
      await post(`code=${'c'.repeat(300_000)}&state=s1`),
      await post('code=c%201&state=s1'),
    ]).toEqual([400, 400, 400, 400, 200]);
    expect(parametersOf(await answer)).toEqual({ code: 'c 1', state: 's1' });
  });

  test('a signed answer, by the state within it', async () => {
    const listener = await listening('http://127.0.0.1/callback');
    const answer = listener.wait('s1', patience());
    const [ours, others] = ['s1', 's2'].map((state) => jwt({ code: 'c1', state, iss: 'https://as.example' }));
    expect((await get(`${listener.redirectUri}?response=${others}`)).status).toBe(400);
    expect((await get(`${listener.redirectUri}?response=${ours}`)).status).toBe(200);
    expect(parametersOf(await answer)).toEqual({ response: ours });
  });

  test('both families where a name is used', async () => {
    const listener = await listening('http://localhost/callback');
    const { port } = new URL(listener.redirectUri);
    const answer = listener.wait('s1', patience());
    expect(
      (await get(`http://127.0.0.1:${port}/callback?code=c&state=s1`, { host: `localhost:${port}` })).status,
    ).toBe(200);
    expect(parametersOf(await answer)).toEqual({ code: 'c', state: 's1' });
  });
});

describe('when nothing comes', () => {
  test('time runs out, and answers to other logins are counted', async () => {
    const listener = await listening('http://127.0.0.1/callback');
    const answer = listener.wait('s1', { signal: new AbortController().signal, timeoutMs: 300 });
    await get(`${listener.redirectUri}?code=c1&state=other`);
    expect(await answer).toEqual({ kind: 'timeout', strangers: 1 });
  });

  test('the person cancels, before or meanwhile', async () => {
    const listener = await listening('http://127.0.0.1/callback');
    const controller = new AbortController();
    const answer = listener.wait('s1', { signal: controller.signal, timeoutMs: 10_000 });
    controller.abort();
    expect(await answer).toEqual({ kind: 'cancelled' });
    expect(await listener.wait('s1', { signal: controller.signal, timeoutMs: 10_000 })).toEqual({
      kind: 'cancelled',
    });
  });

  test('a closed listener is gone', async () => {
    const listener = await listening('http://127.0.0.1/callback');
    listener.close();
    await expect(get(listener.redirectUri)).rejects.toThrow(/ECONNREFUSED/);
  });
});
