import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Cause } from '../../shared/diagnosis/causes.ts';
import { diagnose } from '../../shared/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../shared/diagnosis/diagnosis.ts';
import { diagnoseWith } from '../../shared/experiments/propose.ts';
import { exchangesOf } from '../../shared/experiments/result.ts';
import type { Attempt } from '../../shared/exchange/exchange.ts';
import { valueOf } from '../../shared/exchange/fields.ts';
import { emptyDraft, type Draft } from '../../shared/workspace/draft.ts';
import { plainSecret } from '../../shared/workspace/secret.ts';
import { createEngine, type Engine } from '../engine.ts';
import { allListen, zoo } from '../zoo.test-support.ts';
import {
  bare,
  closedProxy,
  cookieFirst,
  halfReplicas,
  hidingGateway,
  introspectingApi,
  onePath,
  serve,
  welcome,
  type OwnServer,
} from './experiments.test-support.ts';

/**
 * Set-ups whose answer fits several causes: how far the plan of experiments moves the odds of the true one, and by how
 * many requests. The servers are the zoo's, and a few of our own for refusals that say nothing at all.
 */

const up = await allListen();
if (!up) console.log('skipped: experiments against the auth zoo, since it is not up.');

const made = 'Q7x2LmV9rT4kZ8wB1nC6yH3jD5fG0sPaQ7x2LmV9rT4kZ8wB1n';
const oidc = `http://127.0.0.1:${zoo.oidc}`;

let folder = '';
let engine: Engine;
const servers: OwnServer[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'why401-experiments-'));
  engine = await createEngine({
    host: 'browser',
    dataFolder: folder,
    openBrowser: async () => false,
    version: '1.0.0',
    environment: {},
  });
});
afterAll(async () => {
  await engine.close();
  await Promise.all(servers.map((server) => server.close()));
  await rm(folder, { recursive: true, force: true });
  if (up) console.log(tableOf(lines));
});

const at = (port: number, path: string): string => `http://127.0.0.1:${port}${path}`;
const own = async (server: Promise<OwnServer>): Promise<string> => {
  const started = await server;
  servers.push(started);
  return started.origin;
};

let count = 0;
const draft = (url: string, change: Partial<Draft> = {}): Draft => ({
  ...emptyDraft(`setup-${(count += 1)}`),
  url,
  ...change,
});
const typed = (...fields: readonly (readonly [string, string])[]): Pick<Draft, 'fields'> => ({
  fields: fields.map(([name, value]) => ({ name, value, on: true })),
});
const login = (scheme: string, username: string, password: string): Pick<Draft, 'auth'> => ({
  auth: { kind: 'own', scheme, settings: { username, password: plainSecret(password) } },
});
const token = async (client: string): Promise<string> => {
  const response = await fetch(`${oidc}/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${client}:${client}-secret`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'read write' }),
  });
  const { access_token: text } = (await response.json()) as { access_token: string };
  return text;
};
const client = (id: string): Pick<Draft, 'auth'> => ({
  auth: {
    kind: 'own',
    scheme: 'oauth2',
    settings: {
      grant: 'client-credentials',
      issuer: oidc,
      tokenEndpoint: `${oidc}/token`,
      clientId: id,
      clientSecret: plainSecret(`${id}-secret`),
      scope: 'read write',
    },
  },
});
const bearerOf = (attempt: Attempt): string =>
  valueOf(attempt.exchanges.at(-1)?.request.fields ?? [], 'Authorization')?.replace(/^Bearer /i, '') ?? '';

const revoke = async (text: string, id: string): Promise<void> => {
  const answer = await fetch(`${oidc}/token/revocation`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${id}:${id}-secret`)}` },
    body: new URLSearchParams({ token: text }),
  });
  expect(answer.status).toBe(200);
};

/** A signature that fits no key: its last characters are others. */
const forged = (text: string): string => {
  const [head = '', claims = '', signature = ''] = text.split('.');
  return `${head}.${claims}.${signature.slice(0, -12)}${signature.slice(-12) === 'AAAAAAAAAAAA' ? 'BBBBBBBBBBBB' : 'AAAAAAAAAAAA'}`;
};

interface SetUp {
  readonly cause: Cause;
  /** What has to stand first afterwards; the cause alone where absent. */
  readonly also?: readonly Cause[];
  /** One experiment instead of a plan. */
  readonly which?: string;
  readonly make: () => Promise<Draft>;
}

const setUps: Readonly<Record<string, SetUp>> = {
  'nginx, Basic: wrong password': {
    cause: 'credentials-rejected',
    make: async () => draft(at(zoo.nginx, '/basic/'), login('basic', 'nobody-here', 'wrong')),
  },
  'Apache, Basic: right password, closed to this user': {
    cause: 'permission-denied',
    // The server's own words name the password, so that a plan would not ask any more.
    which: 'unknown-path',
    make: async () => draft(at(zoo.apache, '/basic/admin/'), login('basic', 'alice', 'wonderland')),
  },
  'Apache, Digest: wrong password': {
    cause: 'digest-response-mismatch',
    make: async () => draft(at(zoo.apache, '/digest/'), login('digest', 'nobody-here', 'wrong')),
  },
  'Apache, Basic: password in Latin-1': {
    cause: 'charset-mismatch',
    make: async () =>
      draft(at(zoo.apache, '/basic-utf8/'), {
        auth: {
          kind: 'own',
          scheme: 'basic',
          settings: { username: 'jürgen', password: plainSecret('pässwörd'), charset: 'iso-8859-1' },
        },
      }),
  },
  'nginx takes Authorization away before the API': {
    cause: 'header-stripped',
    make: async () =>
      draft(
        at(zoo.nginx, '/gateway-strips/me'),
        typed(['Authorization', `Bearer ${await token('svc-basic')}`]),
      ),
  },
  'bare 401: signature fits no key': {
    cause: 'token-signature-invalid',
    make: async () =>
      draft(
        `${await own(hidingGateway(zoo.api))}/me`,
        typed(['Authorization', `Bearer ${forged(await token('svc-basic'))}`]),
      ),
  },
  'bare 401: a token that was revoked': {
    cause: 'token-revoked',
    also: ['token-expired'],
    make: async () => {
      const api = await own(introspectingApi(`${oidc}/token/introspection`, 'rs-introspect'));
      const request = draft(`${api}/me`, client('svc-opaque'));
      const { attempt } = await engine.handlers.send({ sendId: 'first', draft: request, environmentId: '' });
      await revoke(bearerOf(attempt), 'svc-opaque');
      return request;
    },
  },
  'bare 401: the issuer ended the token': {
    cause: 'token-revoked',
    also: ['token-expired'],
    which: 'introspection',
    make: async () => {
      const { auth } = client('svc-opaque');
      const profile = await engine.handlers.saveProfile({
        profile: {
          id: 'introspected',
          name: 'Introspected',
          scheme: auth.kind === 'own' ? auth.scheme : '',
          settings: auth.kind === 'own' ? auth.settings : {},
          trustedOrigins: [],
          renew: false,
        },
      });
      const api = await own(introspectingApi(`${oidc}/token/introspection`, 'rs-introspect'));
      const request = draft(`${api}/me`, { auth: { kind: 'profile', profileId: profile.id } });
      const { attempt } = await engine.handlers.send({ sendId: 'ended', draft: request, environmentId: '' });
      await revoke(bearerOf(attempt), 'svc-opaque');
      return request;
    },
  },
  'token endpoint: secret not form-encoded first': {
    cause: 'client-authentication-failed',
    // The endpoint names the client, so that a plan would not ask any more; how to send it is still not known.
    which: 'client-authentication',
    make: async () =>
      draft(at(zoo.api, '/me'), {
        auth: {
          kind: 'own',
          scheme: 'oauth2',
          settings: {
            grant: 'client-credentials',
            issuer: oidc,
            tokenEndpoint: `${oidc}/token`,
            clientId: 'svc-odd:id',
            clientSecret: plainSecret('p+ss/w%rd &='),
            clientAuthentication: 'basic-raw',
            scope: 'read',
          },
        },
      }),
  },
  'bare 401: an old cookie beside a good token': {
    cause: 'cookie-conflict',
    make: async () =>
      draft(
        `${await own(cookieFirst())}/me`,
        typed(['Authorization', 'Bearer Zx81kQp07vTnE4sWc2RbYh6L'], ['Cookie', 'session=old']),
      ),
  },
  'bare 401: one of two replicas': {
    cause: 'server-misconfigured',
    make: async () => {
      const authorization = 'Bearer Zx81kQp07vTnE4sWc2RbYh6L';
      return draft(`${await own(halfReplicas(authorization))}/me`, typed(['Authorization', authorization]));
    },
  },
  'bare 401: a slash is missing from the path': {
    cause: 'url-wrong',
    make: async () => {
      const authorization = 'Bearer Zx81kQp07vTnE4sWc2RbYh6L';
      return draft(
        `${await own(onePath('/v1/orders/', authorization))}/v1/orders`,
        typed(['Authorization', authorization]),
      );
    },
  },
  'bare 401: the server wants Token, not Bearer': {
    cause: 'scheme-mismatch',
    make: async () =>
      draft(
        `${await own(onePath('/me', 'Token Zx81kQp07vTnE4sWc2RbYh6L'))}/me`,
        typed(['Authorization', 'Bearer Zx81kQp07vTnE4sWc2RbYh6L']),
      ),
  },
  'bare 403 of a proxy on the way': {
    cause: 'blocked-by-intermediary',
    make: async () => {
      const target = await own(serve((_, response) => welcome(response)));
      const proxy = await own(closedProxy());
      const base = draft(`${target}/me`, typed(['Authorization', 'Bearer Zx81kQp07vTnE4sWc2RbYh6L']));
      return {
        ...base,
        settings: { ...base.settings, proxy: { url: proxy, username: '', password: plainSecret('') } },
      };
    },
  },
  'bare 401: a read-only token writes': {
    cause: 'permission-denied',
    also: ['csrf-token-missing', 'scope-insufficient'],
    make: async () => {
      const target = await own(
        serve((request, response) => {
          if (request.method === 'GET') welcome(response);
          else bare(response, 403);
        }),
      );
      return {
        ...draft(`${target}/orders`, typed(['Authorization', 'Bearer Zx81kQp07vTnE4sWc2RbYh6L'])),
        method: 'POST',
        body: { kind: 'text', text: '{}', contentType: 'application/json' },
      };
    },
  },
};

interface Line {
  readonly name: string;
  readonly cause: Cause;
  readonly before: number;
  readonly after: number;
  readonly leader: Cause | undefined;
  readonly requests: number;
  readonly made: string;
}
const lines: Line[] = [];

const percent = (odds: number): string => `${Math.round(odds * 100)} %`.padStart(5);

const tableOf = (all: readonly Line[]): string =>
  [
    `${'set-up'.padEnd(52)}${'true cause'.padEnd(26)}before  after  requests  experiments`,
    ...all.map(
      (line) =>
        `${line.name.padEnd(52)}${line.cause.padEnd(26)}${percent(line.before)}  ${percent(line.after)}  ${String(line.requests).padStart(8)}  ${line.made}`,
    ),
  ].join('\n');

const oddsOf = (diagnosis: Diagnosis, cause: Cause): number =>
  diagnosis.findings.find((finding) => finding.cause === cause)?.confidence ?? 0;

describe.runIf(up)('a plan of experiments', () => {
  test.each(Object.entries(setUps))('%s', async (name, { cause, also = [], which, make }) => {
    const request = await make();
    const { attempt } = await engine.handlers.send({ sendId: name, draft: request, environmentId: '' });
    const before = diagnose(attempt);
    expect(before.failed).toBe(true);
    const allowed = { requests: 10, logins: 3, unsafe: false };
    const { results } = await engine.handlers.experiment({
      sendId: `${name}, experiments`,
      attempt,
      draft: request,
      environmentId: '',
      which: which === undefined ? 'plan' : { id: which },
      done: [],
      allowed,
      made,
    });
    const around = { draft: request, folders: [], profiles: [], hasRefreshToken: false, made };
    const after = diagnoseWith(attempt, around, results);
    const requests = results.flatMap(exchangesOf).length;
    const leader = after.findings[0]?.cause;
    lines.push({
      name,
      cause,
      before: oddsOf(before, cause),
      after: oddsOf(after, cause),
      leader,
      requests,
      made: results.map(({ id }) => id).join(', '),
    });
    expect(results.length).toBeGreaterThan(0);
    // Where the answer was nearly enough already there is no room above it.
    if (also.length === 0) expect(oddsOf(after, cause)).toBeGreaterThan(Math.min(0.9, oddsOf(before, cause)));
    expect([cause, ...also]).toContain(leader);
  });
});
