import type { Attempt, Exchange, Field } from '../exchange/exchange.ts';
import { purposeOf } from '../exchange/purpose.ts';
import type { Facts } from './facts.ts';
import { factsOf } from './facts.ts';

/** Noon of a day that all tests share, epoch seconds. */
export const NOON = 1_700_049_600;

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What a test tells of one exchange; everything else is ordinary. */
export interface Told {
  readonly method?: string;
  readonly url?: string;
  readonly sent?: Fields;
  readonly posted?: string;
  readonly status?: number;
  readonly reason?: string;
  readonly received?: Fields;
  readonly body?: unknown;
  /** Seconds after noon at which the request began, by the client's clock. */
  readonly at?: number;
  /** Seconds after noon that the Date field says; no Date field where null. */
  readonly date?: number | null;
  readonly tls?: string;
  readonly redirectedFrom?: {
    readonly url: string;
    readonly status?: number;
    readonly dropped: readonly string[];
    /** A POST became a GET. */
    readonly methodChanged?: boolean;
  };
  readonly address?: string;
}

const fieldsOf = (fields: Fields | undefined): Field[] =>
  Object.entries(fields ?? {}).flatMap(([name, value]) =>
    (typeof value === 'string' ? [value] : value).map((one) => ({ name, value: one })),
  );

const text = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

const bodyOf = (body: unknown) =>
  body === undefined
    ? { kind: 'none' as const }
    : { kind: 'text' as const, text: text(body), size: text(body).length };

const exchangeOf = (told: Told, index: number): Exchange => {
  const url = told.url ?? 'https://api.example.com/v1/me';
  const method = told.method ?? (told.posted === undefined ? 'GET' : 'POST');
  const at = told.at ?? index;
  const date = told.date === undefined ? at : told.date;
  const posted = bodyOf(told.posted);
  const from = told.redirectedFrom;
  return {
    id: `exchange-${index}`,
    purpose: purposeOf(method, url, posted),
    request: { method, url, target: url, httpVersion: 'HTTP/1.1', fields: fieldsOf(told.sent), body: posted },
    outcome:
      told.tls === undefined
        ? {
            kind: 'answered',
            response: {
              status: told.status ?? 401,
              reason: told.reason ?? '',
              httpVersion: 'HTTP/1.1',
              fields: [
                ...(date === null
                  ? []
                  : [{ name: 'Date', value: new Date((NOON + date) * 1000).toUTCString() }]),
                ...fieldsOf(told.received),
              ],
              body: bodyOf(told.body),
            },
          }
        : {
            kind: 'failed',
            failure: { code: 'tls', message: 'The TLS handshake failed.', detail: told.tls },
          },
    timings: { startedAtMs: (NOON + at) * 1000, endMs: 80 },
    ...(told.address === undefined ? {} : { connection: { remoteAddress: told.address, reused: false } }),
    ...(from === undefined
      ? {}
      : {
          redirect: {
            status: from.status ?? 302,
            from: from.url,
            to: url,
            dropped: [...from.dropped],
            because: 'other-host' as const,
            methodChanged: from.methodChanged ?? false,
          },
        }),
  };
};

export const attemptOf = (...exchanges: readonly Told[]): Attempt => ({
  id: 'attempt',
  startedAtMs: NOON * 1000,
  exchanges: exchanges.map(exchangeOf),
  source: 'sent',
});

/** Facts of the last exchange, before which the others lie. */
export const lastFacts = (...exchanges: readonly Told[]): Facts => {
  const facts = factsOf(attemptOf(...exchanges), exchanges.length - 1);
  if (facts === undefined) throw new Error('No exchange was told');
  return facts;
};

const segment = (value: unknown): string =>
  btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

/** A token with these claims, fresh for an hour unless they say otherwise. */
export const jwtOf = (
  claims: Readonly<Record<string, unknown>> = {},
  header: Readonly<Record<string, unknown>> = {},
): string =>
  `${segment({ alg: 'RS256', kid: 'key-1', ...header })}.${segment({ iss: 'https://id.example.com', sub: 'u1', iat: NOON - 600, exp: NOON + 3000, ...claims })}.c2lnbmF0dXJl`;

export const bearer = (
  claims?: Readonly<Record<string, unknown>>,
  header?: Readonly<Record<string, unknown>>,
): Fields => ({
  Authorization: `Bearer ${jwtOf(claims, header)}`,
});

/** An opaque bearer token, as most services hand them out. */
export const opaque: Fields = { Authorization: 'Bearer Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' };

export const basic = (user: string, password: string): Fields => ({
  Authorization: `Basic ${btoa(`${user}:${password}`)}`,
});

/** A call that is led on to a page, which is followed. */
export const ledToPage = (from: string, to: string, body: string): readonly Told[] => [
  { url: from, status: 302, received: { Location: to } },
  {
    url: to,
    status: 200,
    body,
    received: { 'Content-Type': 'text/html' },
    redirectedFrom: { url: from, dropped: [] },
  },
];
