import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { holdLoginPort } from '../login-port.test-support.ts';
import { allListen, loginRedirect, zoo, zooKeys } from '../zoo.test-support.ts';
import { openShell, type Shell } from './zoo-shell.test-support.ts';

/**
 * The scheme table by which clients of this kind were measured, row by row, in the shell, against servers that nobody
 * here wrote. "Reached" is what a guarded place answers.
 */

const zooCommand = fileURLToPath(new URL('../../../shared/auth-zoo/zoo', import.meta.url));
const up = existsSync(zooCommand) && (await allListen());
if (!up) console.log('skipped: every scheme in the shell, since the auth zoo is not up.');

let shell: Shell;
beforeAll(async () => {
  shell = await openShell();
});
afterAll(() => shell.close());

const at = (port: number, path: string): string => `http://127.0.0.1:${port}${path}`;
const tls = (path: string): string => `https://127.0.0.1:${zoo.nginxTls}${path}`;
/** The access key holds a colon, which only the address can say. */
const s3 = (path: string): string => `http://zoo%3Aalice:wonderland@127.0.0.1:${zoo.s3}${path}`;
const key = (name: string): string => `${zooKeys}/${name}`;
const ca = ['--cacert', key('server-ca.crt')];
const alice = ['-u', 'alice:wonderland'];

const ok = (args: readonly string[]) => ({ args, answer: /"secret":\s*"reached"|"authenticated":\s*true/ });

describe.runIf(up)('why401 curl', () => {
  test.each<[string, { readonly args: readonly string[]; readonly answer: RegExp }]>([
    ['Basic', ok([...alice, at(zoo.apache, '/basic/')])],
    ['Basic, UTF-8 user and password', ok(['-u', 'jürgen:pässwörd', at(zoo.apache, '/basic-utf8/')])],
    ['Basic, colons in the password', ok(['-u', 'colon:p:a:s:s', at(zoo.apache, '/basic/')])],
    ['Digest MD5', ok(['--digest', ...alice, at(zoo.apache, '/digest/')])],
    ['Digest MD5, query', ok(['--digest', ...alice, at(zoo.apache, '/digest/?a=1&b=%20c')])],
    ['Digest SHA-256', ok(['--digest', ...alice, at(zoo.lighttpd, '/digest-sha256/')])],
    ['Digest SHA-512-256', ok(['--digest', ...alice, at(zoo.lighttpd, '/digest-sha512-256/')])],
    ['Digest, two algorithms offered', ok(['--digest', ...alice, at(zoo.lighttpd, '/digest-both/')])],
    [
      'Digest MD5, auth-int only',
      ok(['--digest', ...alice, at(zoo.httpbin, '/digest-auth/auth-int/alice/wonderland/MD5')]),
    ],
    [
      'NTLMv2',
      {
        args: ['--ntlm', '-u', 'ZOO\\nobody:wonderland', at(zoo.ntlm, '/open.json')],
        answer: /"open":\s*true/,
      },
    ],
    [
      'Bearer token, given',
      { args: ['--oauth2-bearer', 'xyzw', at(zoo.httpbin, '/bearer')], answer: /"token":\s*"xyzw"/ },
    ],
    ['API key in a header', ok(['-H', 'X-API-Key: zoo-key-123', at(zoo.nginx, '/apikey/')])],
    ['API key in the query', ok([at(zoo.nginx, '/apikey/?api_key=zoo-key-123')])],
    [
      'AWS Signature V4',
      {
        args: ['--aws-sigv4', 'aws:amz:us-east-1:s3', s3('/bucket')],
        answer: /<ListBucketResult/,
      },
    ],
    ['TLS with a CA of one’s own', { args: [...ca, tls('/open.json')], answer: /\{/ }],
    [
      'Client certificate, PEM',
      ok([...ca, '--cert', key('alice.pem'), `https://127.0.0.1:${zoo.nginxMtls}/`]),
    ],
    [
      'Client certificate, encrypted key',
      ok([
        ...ca,
        '--cert',
        key('alice.crt'),
        '--key',
        key('alice-encrypted.key'),
        '--pass',
        'wonderland',
        `https://127.0.0.1:${zoo.nginxMtls}/`,
      ]),
    ],
    [
      'Client certificate, PKCS #12',
      ok([
        ...ca,
        '--cert-type',
        'P12',
        '--cert',
        `${key('alice.p12')}:wonderland`,
        `https://127.0.0.1:${zoo.nginxMtls}/`,
      ]),
    ],
    [
      'Proxy, Basic (http)',
      ok(['-x', at(zoo.squidBasic, ''), '-U', 'alice:wonderland', ...alice, at(zoo.nginx, '/basic/')]),
    ],
    [
      'Proxy, Basic (https, CONNECT)',
      ok(['-x', at(zoo.squidBasic, ''), '-U', 'alice:wonderland', ...ca, ...alice, tls('/basic/')]),
    ],
    [
      'Proxy, Digest',
      ok([
        '-x',
        at(zoo.squidDigest, ''),
        '--proxy-digest',
        '-U',
        'alice:wonderland',
        ...alice,
        at(zoo.nginx, '/basic/'),
      ]),
    ],
    [
      'Proxy, NTLM',
      ok([
        '-x',
        at(zoo.squidNtlm, ''),
        '--proxy-ntlm',
        '-U',
        'ZOO\\nobody:wonderland',
        ...alice,
        at(zoo.nginx, '/basic/'),
      ]),
    ],
    ['Redirect on the same origin keeps Basic', ok(['-L', ...alice, at(zoo.nginx, '/r/same')])],
  ])('%s', async (_, { args, answer }) => {
    const ran = await shell.why401(['curl', '-s', ...args]);
    expect(ran.out, ran.err).toMatch(answer);
    expect(ran.code).toBe(0);
  });

  test('AWS Signature V4, URL with a query', async () => {
    const url = s3('/bucket?list-type=2&prefix=a%20b%2Fc');
    const ran = await shell.why401(['curl', '-s', '--aws-sigv4', 'aws:amz:us-east-1:s3', url]);
    expect(ran.out, ran.err).toMatch(/<Prefix>a b\/c<\/Prefix>/);
  });

  test('TLS is refused where the CA is unknown', async () => {
    const ran = await shell.why401(['curl', '-s', '-S', tls('/open.json')]);
    expect(ran.code).toBe(3);
    expect(ran.out).toBe('');
    expect(ran.err).toMatch(/certificate/i);
  });

  test.each([
    ['another port', ['-L', ...alice, at(zoo.nginx, '/r/port')]],
    ['another host', ['-L', ...alice, at(zoo.nginx, '/r/host')]],
    ['https', ['-L', ...ca, ...alice, at(zoo.nginx, '/r/scheme')]],
    ['plain http', ['-L', ...ca, ...alice, tls('/r/down')]],
  ])('a redirect to %s loses the credentials and says so', async (_, args) => {
    const ran = await shell.why401(['curl', '-s', ...args]);
    expect(ran.code).toBe(1);
    expect(ran.out).not.toMatch(/reached/);
    expect(ran.err).toMatch(/redirect/i);
  });

  test('form login, then the session cookie', async () => {
    const jar = await shell.file('jar', '');
    const form = 'httpd_username=alice&httpd_password=wonderland';
    await shell.why401(['curl', '-s', '-c', jar, '-d', form, at(zoo.apache, '/form-login')]);
    const ran = await shell.why401(['curl', '-s', '-b', jar, at(zoo.apache, '/form/')]);
    expect(ran.out, ran.err).toMatch(/reached/);
  });
});

const oauth = (settings: Readonly<Record<string, string | boolean>>, url = at(zoo.api, '/me')): string => {
  const given = { tokenEndpoint: at(zoo.oidc, '/token'), scope: 'read write', ...settings };
  const lines = Object.entries(given).map(([name, value]) =>
    /secret|privateKey|token$/i.test(name)
      ? `    ${name}: { text: ${JSON.stringify(value)} }`
      : `    ${name}: ${JSON.stringify(value)}`,
  );
  return `method: GET\nurl: ${url}\nauth:\n  scheme: oauth2\n  settings:\n${lines.join('\n')}\n`;
};

const clientCredentials = { grant: 'client-credentials' };
const approve = async (url: string): Promise<void> => {
  await promisify(execFile)(zooCommand, ['approve', url], { timeout: 30_000 });
};

describe.runIf(up)('why401 send, OAuth 2.0', () => {
  holdLoginPort();
  test.each<[string, string]>([
    [
      'client credentials, client_secret_basic',
      oauth({ ...clientCredentials, clientId: 'svc-basic', clientSecret: 'svc-basic-secret' }),
    ],
    [
      'client credentials, client_secret_post',
      oauth({
        ...clientCredentials,
        clientId: 'svc-post',
        clientSecret: 'svc-post-secret',
        clientAuthentication: 'body',
      }),
    ],
    [
      'client credentials, id and secret with special characters',
      oauth({ ...clientCredentials, clientId: 'svc-odd:id', clientSecret: 'p+ss/w%rd &=' }),
    ],
    [
      'client credentials, resource indicator',
      oauth({
        ...clientCredentials,
        clientId: 'svc-other',
        clientSecret: 'svc-other-secret',
        resource: 'urn:zoo:api',
      }),
    ],
    [
      'client credentials, client_secret_jwt',
      oauth({
        ...clientCredentials,
        clientId: 'svc-secret-jwt',
        clientSecret: 'svc-secret-jwt-secret-of-at-least-32-bytes',
        clientAuthentication: 'secret-jwt',
      }),
    ],
    [
      'client credentials, private_key_jwt',
      oauth({
        ...clientCredentials,
        clientId: 'svc-jwt',
        clientAuthentication: 'key-jwt',
        privateKey: up ? readFileSync(key('client.key.pem'), 'utf8') : '',
      }),
    ],
    [
      'client credentials, DPoP',
      oauth(
        { ...clientCredentials, clientId: 'svc-dpop', clientSecret: 'svc-dpop-secret', dpop: true },
        at(zoo.api, '/dpop'),
      ),
    ],
  ])('%s', async (name, yaml) => {
    const ran = await shell.why401(['send', await shell.file(name.replaceAll(/\W+/g, '-'), yaml)]);
    expect(ran.out, ran.err).toMatch(/"client":\s*"svc-/);
    expect(ran.code).toBe(0);
  });

  test('client credentials, token ends between two requests', async () => {
    const file = await shell.file(
      'short',
      oauth({ ...clientCredentials, clientId: 'svc-short', clientSecret: 'svc-short-secret' }),
    );
    expect((await shell.why401(['send', file])).code).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect((await shell.why401(['send', file])).code).toBe(0);
  });

  const login = async (yaml: string): Promise<{ out: string; err: string; code: number }> => {
    let approved: Promise<void> | undefined;
    const ran = await shell.why401(['send', await shell.file(`login-${yaml.length}`, yaml)], (text) => {
      const [url] = /http:\/\/127\.0\.0\.1:18141\/\S+/.exec(text) ?? [];
      if (url !== undefined && text.endsWith('\n')) approved ??= approve(url);
    });
    await approved;
    return ran;
  };
  const app = {
    clientId: 'app-public',
    clientAuthentication: 'none',
    scope: 'openid read write',
    authorizationEndpoint: at(zoo.oidc, '/auth'),
    redirectUri: loginRedirect,
  };

  test('authorization code with PKCE in the browser', async () => {
    const ran = await login(oauth({ ...app, grant: 'authorization-code' }));
    expect(ran.out, ran.err).toMatch(/app-public/);
  });

  test('authorization code with a pushed request', async () => {
    const pushed = { pushed: true, pushedAuthorizationEndpoint: at(zoo.oidc, '/request') };
    const ran = await login(oauth({ ...app, grant: 'authorization-code', clientId: 'app-par', ...pushed }));
    expect(ran.out, ran.err).toMatch(/app-par/);
  });

  test('device flow', async () => {
    const endpoint = { deviceAuthorizationEndpoint: at(zoo.oidc, '/device/auth') };
    const ran = await login(oauth({ ...app, grant: 'device-code', ...endpoint }));
    expect(ran.out, ran.err).toMatch(/app-public/);
  });
});
