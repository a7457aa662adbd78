import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isRecord, parseJson } from '../../../shared/exchange/json.ts';
import { jwt } from './tokens.test-support.ts';

/**
 * Refusals that no server of the zoo gives, each as the software that is known for it words it. One server on every
 * loopback address, so that a name can lead to another one.
 */

interface Asked {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: string;
}

const json = (
  response: ServerResponse,
  status: number,
  body: unknown,
  fields: Record<string, string> = {},
): void => {
  response.writeHead(status, { 'Content-Type': 'application/json', ...fields });
  response.end(JSON.stringify(body));
};

const ok = ({ response }: Asked): void => {
  json(response, 200, { secret: 'reached' });
};

const login = ({ request }: Asked): string =>
  Buffer.from(/^Basic (.*)$/.exec(request.headers.authorization ?? '')?.[1] ?? '', 'base64').toString();
const bearer = ({ request }: Asked): string =>
  /^Bearer (.*)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
const cookies = ({ request }: Asked): string => request.headers.cookie ?? '';
const claimsOf = (token: string): Readonly<Record<string, unknown>> => {
  const claims = parseJson(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
  return isRecord(claims) ? claims : {};
};

const invalidToken = (asked: Asked, description?: string): void => {
  const said = description === undefined ? '' : `, error_description="${description}"`;
  json(
    asked.response,
    401,
    { error: 'invalid_token', ...(description === undefined ? {} : { error_description: description }) },
    { 'WWW-Authenticate': `Bearer realm="loopback", error="invalid_token"${said}` },
  );
};

const loginPage =
  '<html><head><title>Log in</title></head><body><form method="post" action="/login"><input type="hidden" name="_token" value="t1"><input name="username"><input type="password" name="password"></form></body></html>';

const page = (response: ServerResponse, status: number): void => {
  response.writeHead(status, { 'Content-Type': 'text/html' });
  response.end(loginPage);
};

/** An authorization endpoint that asks nobody: back to the client with this code. */
const sendBack = ({ request, response }: Asked, code: string): void => {
  const { searchParams } = new URL(request.url ?? '/', 'http://loopback');
  const back = new URL(searchParams.get('redirect_uri') ?? '');
  back.searchParams.set('code', code);
  back.searchParams.set('state', searchParams.get('state') ?? '');
  response.writeHead(302, { Location: back.href });
  response.end();
};

/** What an API asks for that wants the authentication context c1 (OpenID Connect Core 1.0 §5.5). */
const wantedClaims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';

type Place = (asked: Asked) => void;

/** State of one server: what it has seen so far. */
interface Memory {
  limitedUntilMs: number;
  grants: number;
  consents: number;
  readonly seen: Set<string>;
}

const places = (memory: Memory): Readonly<Record<string, Place>> => ({
  '/tenant': (asked) =>
    asked.request.headers['x-tenant-id'] === 'acme'
      ? ok(asked)
      : json(asked.response, 401, { message: 'Missing required header: X-Tenant-Id' }),
  '/retired': (asked) =>
    bearer(asked) === 'good-token-1'
      ? ok(asked)
      : json(
          asked.response,
          401,
          {
            message:
              'Support for password authentication was removed. Please use a personal access token instead.',
          },
          { 'WWW-Authenticate': 'Bearer realm="api"' },
        ),
  '/account': (asked) =>
    login(asked) === 'alice:wonderland'
      ? ok(asked)
      : json(
          asked.response,
          401,
          { error: 'account_locked', message: 'Your account is locked after too many failed attempts.' },
          { 'WWW-Authenticate': 'Basic realm="loopback"' },
        ),
  '/role': (asked) =>
    login(asked) === 'alice:wonderland'
      ? ok(asked)
      : json(asked.response, 403, {
          error: 'forbidden',
          message: 'User reader does not have permission to read secrets: the role admin is required.',
        }),
  '/otp': (asked) =>
    asked.request.headers['x-github-otp'] === '123456'
      ? ok(asked)
      : json(
          asked.response,
          401,
          { message: 'Must specify two-factor authentication OTP code.' },
          { 'X-GitHub-OTP': 'required; app' },
        ),
  '/agent': (asked) =>
    (asked.request.headers['user-agent'] ?? '').startsWith('acme-app/')
      ? ok(asked)
      : json(asked.response, 403, {
          message: 'Request forbidden by administrative rules. This User-Agent is not allowed.',
        }),
  '/nbf': (asked) =>
    Number(claimsOf(bearer(asked))['nbf']) <= Date.now() / 1000
      ? ok(asked)
      : invalidToken(asked, 'The token is not valid yet: nbf is in the future'),
  '/revocable': (asked) =>
    bearer(asked) === 'good-token-1' ? ok(asked) : invalidToken(asked, 'The access token was revoked'),
  '/access-only': (asked) =>
    bearer(asked) === 'good-token-1'
      ? ok(asked)
      : invalidToken(asked, 'Expected an access token but got an ID token'),
  '/bare': (asked) => (bearer(asked) === 'good-token-1' ? ok(asked) : invalidToken(asked)),
  '/realms/live/account': (asked) =>
    String(claimsOf(bearer(asked))['iss']).endsWith('/realms/live')
      ? ok(asked)
      : invalidToken(asked, 'Invalid token issuer'),
  '/realms/test/protocol/openid-connect/token': (asked) => realmToken(asked, 'test'),
  '/realms/live/protocol/openid-connect/token': (asked) => realmToken(asked, 'live'),
  '/as/auth': (asked) => {
    sendBack(asked, `code-${memory.seen.size}`);
  },
  '/as/token': ({ response }) => {
    memory.grants += 1;
    if (memory.grants % 2 === 1)
      json(response, 400, {
        error: 'invalid_grant',
        error_description: 'The code has expired or was used before',
      });
    else json(response, 200, { access_token: 'good-token-1', token_type: 'Bearer', expires_in: 300 });
  },
  '/consent/token': ({ response }) => {
    memory.consents += 1;
    if (memory.consents % 2 === 1)
      json(response, 400, {
        error: 'invalid_grant',
        error_description:
          'AADSTS65001: The user or administrator has not consented to use the application with ID ‘svc’. Send an interactive authorization request for this user and resource.',
        suberror: 'consent_required',
      });
    else json(response, 200, { access_token: 'good-token-1', token_type: 'Bearer', expires_in: 300 });
  },
  '/claims/auth': (asked) => {
    const { searchParams } = new URL(asked.request.url ?? '/', 'http://loopback');
    sendBack(asked, searchParams.get('claims') === wantedClaims ? 'strong' : 'plain');
  },
  '/claims/token': ({ body, response }) => {
    const code = new URLSearchParams(body).get('code') ?? '';
    json(response, 200, { access_token: `${code}-token-1`, token_type: 'Bearer', expires_in: 300 });
  },
  '/claims': (asked) => {
    if (bearer(asked) === 'strong-token-1') ok(asked);
    else
      json(
        asked.response,
        401,
        { error: { code: 'InvalidAuthenticationToken', message: 'The token does not satisfy the policy.' } },
        {
          'WWW-Authenticate': `Bearer realm="", error="insufficient_claims", claims="${btoa(wantedClaims)}"`,
        },
      );
  },
  '/step-up': (asked) => {
    const token = bearer(asked);
    const isFirst = memory.seen.size === 0;
    if (isFirst) memory.seen.add(token);
    if (!memory.seen.has(token)) {
      memory.seen.clear();
      ok(asked);
      return;
    }
    json(
      asked.response,
      401,
      { error: 'insufficient_user_authentication' },
      {
        'WWW-Authenticate':
          'Bearer error="insufficient_user_authentication", error_description="More recent authentication is required", max_age="5"',
      },
    );
  },
  '/session': (asked) =>
    cookies(asked) === 'sid=good-session'
      ? ok(asked)
      : json(
          asked.response,
          401,
          { message: 'Your session has expired. Please log in again.' },
          { 'Set-Cookie': 'sid=; Max-Age=0; Path=/' },
        ),
  '/api/paged': (asked) => {
    if (cookies(asked) === 'sid=good-session') ok(asked);
    else page(asked.response, 200);
  },
  '/login': ({ request, response, body }) => {
    const sent = new URLSearchParams(body);
    if (request.method !== 'POST') {
      page(response, 200);
    } else if (sent.get('_token') === 't1' && sent.get('password') === 'wonderland') {
      json(response, 200, { welcome: 'alice' }, { 'Set-Cookie': 'sid=good-session; Path=/; HttpOnly' });
    } else {
      page(response, 401);
    }
  },
  '/cookies': (asked) =>
    cookies(asked) === 'sessionid=good-session'
      ? ok(asked)
      : json(asked.response, 401, { detail: 'Authentication credentials were not provided.' }),
  '/csrf': (asked) => {
    if (asked.request.method !== 'POST') {
      json(asked.response, 200, {}, { 'Set-Cookie': 'csrftoken=c1; Path=/' });
    } else if (asked.request.headers['x-csrftoken'] === 'c1' && cookies(asked).includes('csrftoken=c1')) {
      ok(asked);
    } else {
      json(asked.response, 403, { detail: 'CSRF Failed: CSRF token missing.' });
    }
  },
  '//slashes': (asked) =>
    json(asked.response, 401, { message: 'Unauthorized: no route matched with those values' }),
  '/slashes': ok,
  '/moved': (asked) =>
    asked.request.socket.localAddress?.endsWith('127.0.0.2')
      ? json(asked.response, 401, {
          message: 'Misdirected request: this site is not hosted here, it moved to a new server.',
        })
      : ok(asked),
  '/cached': (asked) =>
    asked.request.headers['cache-control'] === 'no-cache'
      ? ok(asked)
      : json(
          asked.response,
          401,
          { message: 'Unauthorized' },
          { Age: '481', 'X-Cache': 'HIT', Via: '1.1 varnish', 'Cache-Control': 'public, max-age=600' },
        ),
  '/limited': (asked) => {
    const now = Date.now();
    if (memory.limitedUntilMs > 0 && memory.limitedUntilMs <= now) {
      memory.limitedUntilMs = 0;
      ok(asked);
      return;
    }
    if (memory.limitedUntilMs === 0) memory.limitedUntilMs = now + 2_000;
    json(asked.response, 429, { message: 'Too many requests' }, { 'Retry-After': '2' });
  },
  '/ip': (asked) =>
    json(asked.response, 403, { message: 'Your IP address 203.0.113.7 is not on the allow list.' }),
  '/keyless': (asked) =>
    json(asked.response, 401, { message: 'Unable to fetch JWKS: connect ECONNREFUSED 10.0.0.5:443' }),
  '/waf': ({ response }) => {
    response.writeHead(403, { 'Content-Type': 'text/html', Server: 'cloudflare', 'CF-RAY': '8c1f-FRA' });
    response.end(
      '<html><head><title>Attention Required! | Cloudflare</title></head><body>Sorry, you have been blocked. You are unable to access this site. Cloudflare Ray ID: 8c1f</body></html>',
    );
  },
  '/preflight': ({ response }) => {
    response.writeHead(401, { 'WWW-Authenticate': 'Bearer' });
    response.end();
  },
  '/silent': ({ response }) => {
    response.writeHead(401);
    response.end();
  },
});

const realmToken = ({ request, response }: Asked, realm: string): void => {
  const iss = `http://${request.headers.host}/realms/${realm}`;
  json(response, 200, { access_token: jwt({ iss }), token_type: 'Bearer', expires_in: 300 });
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const pieces: Buffer[] = [];
  for await (const piece of request) if (Buffer.isBuffer(piece)) pieces.push(piece);
  return Buffer.concat(pieces).toString();
};

/** Starts it; answers with its origin. */
export const openLoopback = async (): Promise<{ readonly origin: string; close(): void }> => {
  const table = places({ limitedUntilMs: 0, grants: 0, consents: 0, seen: new Set() });
  const server: Server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const [path = ''] = (request.url ?? '').split('?', 1);
      const place = table[path];
      if (place === undefined) json(response, 404, { message: 'Not found' });
      else place({ request, response, body });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The loopback server has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
