import { describe, expect, test } from 'vitest';
import type { Told } from './attempt.test-support.ts';
import { attemptOf, basic, bearer, NOON, opaque } from './attempt.test-support.ts';
import { fitted } from './calibration/fitted.ts';
import { diagnose } from './diagnose.ts';
import { engineOf } from './engine.ts';

const html = (title: string, inside = ''): string =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body>${inside}</body></html>`;
const password = '<form><input type="text" name="u"><input type="password" name="p"></form>';

const quiet: Readonly<Record<string, Told | readonly Told[]>> = {
  'a 200': { status: 200, body: { ok: true } },
  'a 404': { status: 404, sent: opaque, body: { message: 'Not Found' } },
  'a validation error on a field called token': {
    status: 422,
    sent: opaque,
    body: { detail: [{ loc: ['body', 'token'], msg: 'field required' }] },
  },
  'a 500 of the application': {
    status: 500,
    sent: opaque,
    body: 'UnauthorizedAccessException: Access to the path is denied',
  },
  'a challenge that was answered': [
    { received: { 'WWW-Authenticate': 'Basic realm="x"' } },
    { sent: basic('a', 'b'), status: 200 },
  ],
  'a proxy that let the request through, to an answer of no interest': [
    { status: 407, received: { 'Proxy-Authenticate': 'Digest realm="p", nonce="n"' } },
    { status: 404, sent: opaque, body: { message: 'Not Found' } },
  ],
  'a redirect that was followed': [
    { status: 302, received: { Location: 'https://api.example.com/login' } },
    {
      url: 'https://api.example.com/login',
      status: 200,
      redirectedFrom: { url: 'https://api.example.com/v1/me', dropped: [] },
    },
  ],
  'a login page that was asked for': {
    url: 'https://www.example.com/login',
    status: 200,
    body: html('Log in', password),
  },
  'a login with a code of its own for what went well': {
    url: 'https://box.example.com/api/login',
    status: 200,
    posted: 'name=kim&pass=word',
    body: { code: 20001, msg: 'Login success' },
  },
  'a page with a login form at its foot': {
    url: 'https://www.example.com/',
    status: 200,
    body: html('Forum', `Posts ${password}`),
  },
  'a document that quotes an error': {
    status: 200,
    sent: opaque,
    body: { hits: [{ error: 'invalid_token', status: 401 }] },
  },
  'a device grant that is waiting': {
    url: 'https://id.example.com/token',
    posted: 'grant_type=urn:ietf:params:oauth:grant-type:device_code&device_code=a',
    status: 400,
    body: { error: 'authorization_pending' },
  },
  'a code by name that tells of success': {
    status: 200,
    sent: opaque,
    body: { code: 'ITEM_CREATED', message: 'Created the item', request_id: '8f0c' },
  },
  'an error element that tells of something else': {
    status: 200,
    received: { 'Content-Type': 'text/xml' },
    body: '<items><error code="12" message="No stock"/></items>',
  },
  'a preflight that is allowed': {
    method: 'OPTIONS',
    sent: { 'Access-Control-Request-Method': 'POST' },
    status: 204,
  },
  'a server certificate that we do not trust': { tls: 'self-signed certificate' },
  'a successful GraphQL answer about errors': { status: 200, body: { data: { errors: ['unauthorized'] } } },
};

const failing: Readonly<Record<string, readonly [Told | readonly Told[], string]>> = {
  'a 401': [{ received: { 'WWW-Authenticate': 'Bearer' } }, 'credentials-missing'],
  'a 403': [{ sent: opaque, status: 403 }, 'permission-denied'],
  'a 407': [
    { status: 407, received: { 'Proxy-Authenticate': 'Basic realm="p"' } },
    'proxy-authentication-required',
  ],
  'a 419': [{ status: 419, posted: 'a=1' }, 'csrf-token-missing'],
  'a 440': [{ status: 440, sent: { Cookie: '.ASPXAUTH=a' } }, 'session-expired'],
  'a token endpoint’s error': [
    {
      url: 'https://id.example.com/token',
      posted: 'grant_type=refresh_token&refresh_token=abcdefghij',
      status: 400,
      body: { error: 'invalid_grant' },
    },
    'grant-invalid',
  ],
  'a 404 whose fields tell that the token lacks the scope': [
    {
      sent: opaque,
      status: 404,
      received: { 'X-OAuth-Scopes': 'public_repo', 'X-Accepted-OAuth-Scopes': 'repo' },
      body: { message: 'Not Found' },
    },
    'scope-insufficient',
  ],
  'a request signed by a parameter': [
    {
      url: 'https://api.example.com/2.0/?api_key=Zx81kQp07v&api_sig=9f86d081884c7d659a2feaa0c55ad015',
      status: 403,
      body: { message: 'Invalid method signature supplied' },
    },
    'signature-mismatch',
  ],
  'a redirect to the login': [
    {
      url: 'https://app.example.com/api/orders',
      sent: { Cookie: 'sessionid=a' },
      status: 302,
      received: { Location: '/login?next=/api/orders' },
    },
    'session-expired',
  ],
  'a sign-on in front, some hops away': [
    [
      {
        url: 'https://app.example.com/api/orders',
        sent: { 'X-API-Key': 'Zx81kQp07v' },
        status: 302,
        received: { Location: 'https://sso.example.com/application/o/authorize/?client_id=a' },
      },
      {
        url: 'https://sso.example.com/application/o/authorize/?client_id=a',
        sent: { 'X-API-Key': 'Zx81kQp07v' },
        status: 302,
        received: { Location: '/flows/-/default/authentication/' },
        redirectedFrom: { url: 'https://app.example.com/api/orders', dropped: [] },
      },
    ],
    'blocked-by-intermediary',
  ],
  'a login page in place of the answer': [
    {
      url: 'https://app.example.com/api/orders',
      sent: { Cookie: 'sessionid=a', Accept: 'application/json' },
      status: 200,
      received: { 'Content-Type': 'text/html' },
      body: html('Sign in', password),
    },
    'session-expired',
  ],
  'a login page that tells of its directory': [
    {
      url: 'https://portal.example.com/user/login',
      status: 200,
      posted: 'name=kim&pass=word',
      received: { 'Content-Type': 'text/html' },
      body: html('Log in', `<div class="error">Failed to bind to LDAP server</div>${password}`),
    },
    'server-misconfigured',
  ],
  'a list of one answer to a login, with a code of letters': [
    {
      url: 'https://cloud.example.com/login',
      status: 200,
      posted: '{"user_account":"kim","user_password":"word"}',
      body: [{ result_code: 'E900', result_msg: 'er_invalid_appkey' }],
    },
    'credentials-rejected',
  ],
  'a login with a code that is no success': [
    {
      url: 'https://box.example.com/api/login',
      status: 200,
      posted: 'name=kim&pass=word',
      body: { code: -7, msg: 'Unknown API path' },
    },
    'url-wrong',
  ],
  'a field that calls the token bad by its name': [
    { sent: opaque, received: { 'Google-Bad-Token': 'true' }, body: 'Unauthorized!' },
    'token-rejected',
  ],
  'a preflight at the wall': [
    { method: 'OPTIONS', sent: { 'Access-Control-Request-Method': 'PUT' } },
    'preflight-blocked',
  ],
  'a TLS alert': [{ tls: 'SSL alert number 116: certificate required' }, 'client-certificate-required'],
  'an error in a 200': [{ status: 200, body: { ok: false, error: 'not_authed' } }, 'credentials-missing'],
  'a tunnel that the proxy refuses': [
    {
      method: 'CONNECT',
      url: 'https://api.example.com:443',
      status: 407,
      received: { 'Proxy-Authenticate': 'Negotiate' },
    },
    'proxy-authentication-required',
  ],
};

const attemptFrom = (given: Told | readonly Told[]) =>
  'length' in given ? attemptOf(...given) : attemptOf(given);

describe('keeps silent on', () => {
  test.each(Object.entries(quiet))('%s', (_, given) => {
    expect(diagnose(attemptFrom(given))).toMatchObject({ failed: false, findings: [], ruledOut: [] });
  });
});

describe('explains', () => {
  test.each(Object.entries(failing))('%s', (_, [given, cause]) => {
    const diagnosis = diagnose(attemptFrom(given));
    expect(diagnosis.failed).toBe(true);
    expect(diagnosis.findings[0]?.cause).toBe(cause);
  });
});

test('a bare 401 to a well-formed key is unexplained, with what to try', () => {
  const { findings } = diagnose(attemptOf({ sent: opaque, body: { message: '401: Unauthorized' } }));
  expect(findings[0]?.cause).toBe('unexplained');
  expect(findings[0]?.confidence).toBeLessThan(0.9);
});

test('the exchange that was asked for is explained, and no other', () => {
  const attempt = attemptOf(
    { received: { 'WWW-Authenticate': 'Basic realm="x"' } },
    { sent: basic('a', 'b'), status: 200 },
  );
  expect(diagnose(attempt, { exchange: 0 })).toMatchObject({ exchange: 0, failed: true });
  expect(diagnose(attempt, { exchange: 1 })).toMatchObject({ exchange: 1, failed: false });
});

test('what was ruled out says why', () => {
  const { ruledOut } = diagnose(
    attemptOf({
      sent: bearer({ exp: NOON + 2460 }),
      at: 0,
      date: 0,
      received: { 'WWW-Authenticate': 'Bearer error="invalid_token", error_description="invalid signature"' },
    }),
  );
  expect(ruledOut).toEqual(
    expect.arrayContaining([
      { cause: 'token-expired', because: 'The access token is good for another 41\u00a0min' },
      { cause: 'clock-skew', because: 'This computer and the server agree within 0.1\u00a0s' },
    ]),
  );
});

test('hostile answers do no harm', () => {
  const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
  for (const body of [
    deep,
    '<'.repeat(100_000),
    '{"a":'.repeat(3000),
    `${'a '.repeat(50_000)}token`,
    `Bearer ${'"'.repeat(60_000)}`,
  ]) {
    expect(
      diagnose(
        attemptOf({ sent: opaque, body, received: { 'WWW-Authenticate': 'Bearer realm="'.repeat(500) } }),
      ).failed,
    ).toBe(true);
  }
});

test.each(['__proto__', 'constructor', 'toString'])('a scheme with the name %s', (scheme) => {
  const { findings } = diagnose(
    attemptOf({ sent: opaque, received: { 'WWW-Authenticate': `${scheme} realm="x"` } }),
  );
  expect(JSON.stringify(findings)).not.toMatch(/native code|\[object/);
  expect(findings).not.toEqual([]);
});

test('an ordinary success is known for one before any table is read', () => {
  const engine = engineOf({
    get providers(): never {
      throw new Error('The tables were read.');
    },
    calibration: fitted,
  });
  const answered = (status: number) => attemptOf({ status, sent: opaque, body: { id: 7, name: 'Ada' } });
  expect(engine.diagnose(answered(200)).failed).toBe(false);
  expect(() => engine.diagnose(answered(401))).toThrow('The tables were read.');
});
