import {
  claims,
  jwtOf,
  sampleAttempt,
  sampleExchange,
  sampleResponse,
  sentAtMs,
} from './exchange/sample.test-support.ts';
import type { Attempt, Exchange } from '../shared/exchange/exchange.ts';
import type { CommandArg, CommandName, CommandReply, HostApi } from '../shared/ipc/contract.ts';
import type { HostEvent } from '../shared/ipc/events.ts';
import type { Boot, HistoryEntry, Workspace } from '../shared/ipc/replies.ts';
import { emptyDraft, joinUrl, type Draft } from '../shared/workspace/draft.ts';
import type { Profile, TokenState } from '../shared/workspace/profile.ts';

/** A host out of memory: tests and the drawing board drive the window with it. */

const request = (id: string, method: string, name: string, folder: string, path: string): Draft => ({
  ...emptyDraft(id),
  method,
  name,
  folder: folder === '' ? [] : [folder],
  url: `https://api.acme.example${path}`,
  auth: { kind: 'profile', profileId: 'acme-prod' },
});

const profile = (id: string, name: string, scheme: string): Profile => ({
  id,
  name,
  scheme,
  settings: {},
  trustedOrigins: [],
  renew: true,
});

const acmeProd: Profile = {
  ...profile('acme-prod', 'Acme prod', 'oauth2'),
  settings: {
    grant: 'authorization-code',
    issuer: 'https://login.acme.example',
    clientId: 'why401-desktop',
    clientSecret: { ref: 'v1' },
    scope: 'profile orders:read',
    audience: 'https://{{host}}',
  },
};

export const acmeWorkspace: Workspace = {
  folder: '/home/ada/acme-apis',
  name: 'Acme APIs',
  requests: [
    request('me', 'GET', 'me', 'Account', '/v1/me'),
    request('orders', 'GET', 'orders', 'Account', '/v1/orders'),
    request('sessions', 'DELETE', 'sessions', 'Account', '/v1/sessions'),
    request('invoices', 'GET', 'invoices', 'Billing', '/v1/invoices'),
    request('refunds', 'POST', 'refunds', 'Billing', '/v1/refunds'),
  ],
  folders: [],
  profiles: [
    acmeProd,
    profile('acme-staging', 'Acme staging', 'oauth2'),
    profile('partner', 'Partner', 'api-key'),
    profile('team', 'Team login with a rather long name', 'basic'),
  ],
  hostRules: [],
  environments: [
    {
      id: 'prod',
      name: 'prod',
      variables: [
        { name: 'host', value: 'api.acme.example', on: true, secret: false },
        { name: 'token', value: 's3cret', on: true, secret: true },
      ],
    },
    { id: 'staging', name: 'staging', variables: [] },
  ],
  problems: [],
};

const token = (profileId: string, expiresAtMs: number): TokenState => ({
  profileId,
  environmentId: 'prod',
  tail: 'kQ',
  length: 812,
  obtainedAtMs: sentAtMs - 3_600_000,
  expiresAtMs,
  hasRefreshToken: true,
  hasIdToken: false,
});

const minute = 60_000;

const history = (nowMs: number): readonly HistoryEntry[] =>
  (
    [
      [0, 401, 'GET', 'me'],
      [6, 200, 'GET', 'orders'],
      [7, 200, 'GET', 'me'],
      [33, 403, 'POST', 'refunds'],
      [34, 200, 'GET', 'invoices'],
    ] as const
  ).map(([ago, status, method, name]) => ({
    id: `h${ago}`,
    atMs: nowMs - ago * minute,
    method,
    url: `https://api.acme.example/v1/${name}`,
    name,
    status,
    durationMs: 83,
  }));

export const examples: Boot['examples'] = [
  {
    id: 'expired',
    title: 'Access token expired',
    lesson: 'What is to be learned.',
    status: 401,
    scheme: 'Bearer',
  },
  {
    id: 'redirect',
    title: 'Redirect went without credentials',
    lesson: 'What is to be learned.',
    status: 401,
    scheme: 'Bearer',
  },
  {
    id: 'charset',
    title: 'Password with ü in the wrong charset',
    lesson: 'What is to be learned.',
    status: 401,
    scheme: 'Basic',
  },
  {
    id: 'audience',
    title: 'Token for another audience',
    lesson: 'What is to be learned.',
    status: 401,
    scheme: 'OAuth 2.0',
  },
  {
    id: 'clock',
    title: 'Clock 7 min behind the server',
    lesson: 'What is to be learned.',
    status: 403,
    scheme: 'AWS SigV4',
  },
  {
    id: 'login-page',
    title: 'A login page that says 200',
    lesson: 'What is to be learned.',
    status: 200,
    scheme: 'Cookie',
  },
  { id: 'scope', title: 'Scope missing', lesson: 'What is to be learned.', status: 403, scheme: 'Bearer' },
];

export const acmeBoot = (nowMs: number): Boot => ({
  version: '1.0.0',
  host: 'browser',
  platform: 'linux',
  workspace: acmeWorkspace,
  tokens: [token('acme-prod', nowMs - 4 * minute), token('acme-staging', nowMs + 41 * minute)],
  history: history(nowMs),
  preferences: {},
  tabs: { tabs: [], closed: [], drafts: [] },
  vault: { kind: 'keychain' },
  examples,
});

export const emptyBoot = (): Boot => ({
  ...acmeBoot(0),
  workspace: { ...acmeWorkspace, name: '', requests: [], profiles: [], environments: [] },
  tokens: [],
  history: [],
});

const acceptedExchange = (id: string): Exchange => {
  const exchange = sampleExchange(
    { id },
    sampleResponse({
      status: 200,
      reason: 'OK',
      fields: [{ name: 'Content-Type', value: 'application/json' }],
      body: { kind: 'text', text: '{"id":"u_81","name":"Ada"}', size: 26 },
    }),
  );
  const fields = exchange.request.fields.map((field) =>
    field.name === 'Authorization'
      ? { ...field, value: `Bearer ${jwtOf({ ...claims, iat: claims.exp, exp: claims.exp + 3600 })}` }
      : field,
  );
  return { ...exchange, request: { ...exchange.request, fields } };
};

/** The refused attempt of the pictures; a retry is answered with 200. */
export const attemptFor = (url: string, isRetry: boolean, id: string): Attempt => {
  const exchange = isRetry ? acceptedExchange(`${id}-x`) : sampleExchange({ id: `${id}-x` });
  return { ...sampleAttempt([{ ...exchange, request: { ...exchange.request, url } }]), id };
};

type Answers = {
  readonly [K in CommandName]?: (arg: CommandArg<K>) => CommandReply<K> | Promise<CommandReply<K>>;
};

export interface FakeHost extends HostApi {
  /** Commands in the order in which they came. */
  readonly calls: readonly { readonly name: CommandName; readonly arg: unknown }[];
  emit(event: HostEvent): void;
}

const previewOf = ({ draft }: CommandArg<'preview'>): CommandReply<'preview'> => ({
  method: draft.method,
  url: joinUrl(draft.url, draft.params),
  fields: [
    { name: 'Host', value: 'api.acme.example', origin: { from: 'url', note: 'from the URL' } },
    ...(draft.auth.kind === 'none'
      ? []
      : [
          {
            name: 'Authorization',
            value: 'Bearer ••••••••kQ',
            origin: { from: 'auth', note: 'profile Acme prod' },
          },
        ]),
    ...draft.fields
      .filter((field) => field.on)
      .map(({ name, value }) => ({ name, value, origin: { from: 'typed', note: 'you' } })),
    { name: 'User-Agent', value: 'why401/1.0', origin: { from: 'default', note: 'default: says who asks' } },
    { name: 'Accept', value: '*/*', origin: { from: 'default', note: 'default: any kind of answer' } },
  ].filter((field) => field.origin.from !== 'default' || !draft.fieldsOff.includes(field.name.toLowerCase())),
  unresolved: [],
  warnings: [],
  notices: [],
});

/** Answers like an engine; `answers` replaces single commands. */
export const fakeHost = (boot: Boot, answers: Answers = {}): FakeHost => {
  const listeners = new Set<(event: HostEvent) => void>();
  const calls: { readonly name: CommandName; readonly arg: unknown }[] = [];
  let count = 0;
  const usual: Answers = {
    boot: () => boot,
    send: ({ draft, retryOf }) => {
      count += 1;
      return { attempt: attemptFor(joinUrl(draft.url, draft.params), retryOf !== undefined, `a${count}`) };
    },
    preview: previewOf,
    saveRequest: ({ draft }) => draft,
    saveProfile: (arg) => arg.profile,
    duplicateProfile: ({ id, name }) => ({
      ...(boot.workspace.profiles.find((p) => p.id === id) ?? acmeProd),
      id: `${id}-2`,
      name,
    }),
    saveEnvironment: (arg) => arg.environment,
    saveHostRule: (arg) => arg.rule,
    saveNetwork: (arg) => arg.network,
    history: ({ search }) => boot.history.filter((entry) => entry.name.includes(search)),
    historyAttempt: () => ({
      attempt: attemptFor('https://api.acme.example/v1/me', false, 'h'),
      draft: undefined,
      experiments: [],
    }),
    exportCurl: ({ draft, secrets }) => ({
      command: `curl '${joinUrl(draft.url, draft.params)}' \\\n  --header 'Authorization: Bearer ${secrets === 'included' ? 's3cret' : '••••••••kQ'}'`,
      notes: [],
    }),
    example: () => ({ ...emptyDraft(`example-${(count += 1)}`), url: 'http://127.0.0.1:1/v1/me' }),
    cookies: () => [],
    revealSecret: () => 's3cr-Et+/value==',
    openWorkspace: () => boot,
  };
  return {
    calls,
    async call(name, arg) {
      calls.push({ name, arg });
      const answer = answers[name] ?? usual[name];
      const value = await answer?.(arg);
      return { ok: true, value: value as CommandReply<typeof name> };
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit(event) {
      for (const listener of listeners) listener(event);
    },
  };
};
