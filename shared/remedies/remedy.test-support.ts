import type { RemedyOffer } from '../diagnosis/diagnosis.ts';
import type { Attempt, Exchange, Field } from '../exchange/exchange.ts';
import { emptyDraft, type Draft, type SchemeSettings } from '../workspace/draft.ts';
import type { Profile, TokenState } from '../workspace/profile.ts';
import { planRemedies } from './index.ts';
import type { Answers, Plan, Situation } from './remedy.ts';

interface Answered {
  readonly status?: number;
  readonly fields?: readonly Field[];
  readonly text?: string;
}

/** An exchange of GET https://api.example/me. */
export const exchange = (
  sent: readonly Field[],
  { status = 401, fields = [], text }: Answered = {},
  change: Partial<Exchange> = {},
): Exchange => ({
  id: 'e',
  purpose: 'resource',
  request: {
    method: 'GET',
    url: 'https://api.example/me',
    target: '/me',
    httpVersion: 'HTTP/1.1',
    fields: [...sent],
    body: { kind: 'none' },
  },
  outcome: {
    kind: 'answered',
    response: {
      status,
      reason: '',
      httpVersion: 'HTTP/1.1',
      fields: [...fields],
      body: text === undefined ? { kind: 'none' } : { kind: 'text', text, size: text.length },
    },
  },
  timings: { startedAtMs: 1_000, endMs: 50 },
  ...change,
});

export const attempt = (...exchanges: readonly Exchange[]): Attempt => ({
  id: 'a',
  startedAtMs: 1_000,
  exchanges: [...exchanges],
  source: 'sent',
});

/** A request with these typed fields. */
export const withFields = (fields: Readonly<Record<string, string>>, change: Partial<Draft> = {}): Draft => ({
  ...emptyDraft('d'),
  url: 'https://api.example/me',
  fields: Object.entries(fields).map(([name, value]) => ({ name, value, on: true })),
  ...change,
});

/** A request with a typed Authorization. */
export const typed = (Authorization: string, change: Partial<Draft> = {}): Draft =>
  withFields({ Authorization }, change);

/** A request with a scheme of its own. */
export const own = (scheme: string, settings: SchemeSettings): Draft =>
  withFields({}, { auth: { kind: 'own', scheme, settings } });

export const profileDraft: Draft = withFields({}, { auth: { kind: 'profile', profileId: 'p' } });

export const oauth = (grant: string, settings: SchemeSettings = {}): Profile => ({
  id: 'p',
  name: 'Acme prod',
  scheme: 'oauth2',
  settings: { grant, tokenEndpoint: 'https://login.example/token', ...settings },
  trustedOrigins: [],
  renew: false,
});

export const token = (hasRefreshToken: boolean): TokenState => ({
  profileId: 'p',
  environmentId: '',
  tail: 'kQ',
  length: 20,
  obtainedAtMs: 0,
  hasRefreshToken,
  hasIdToken: false,
});

export const situation = (offers: readonly RemedyOffer[], change: Partial<Situation>): Situation => ({
  attempt: attempt(exchange([{ name: 'Authorization', value: 'Bearer abcdefghijklmnkQ' }])),
  draft: typed('Bearer abcdefghijklmnkQ'),
  profile: undefined,
  token: undefined,
  nowMs: 2_000,
  ...change,
  finding: {
    cause: 'token-expired',
    confidence: 0.9,
    title: '',
    explanation: '',
    evidence: [],
    remedies: offers,
  },
});

/** What the one remedy plans, if it applies. */
export const planned = (offer: RemedyOffer, change: Partial<Situation> = {}): Plan | undefined =>
  planRemedies(situation([offer], change)).find(({ id }) => id === offer.id);

/** The profile’s or the request’s own settings after the plan. */
export const settingsAfter = (plan: Plan | undefined, answers: Answers = {}): SchemeSettings | undefined => {
  const auth = plan?.apply(answers).auth;
  return plan?.profile?.(answers).settings ?? (auth?.kind === 'own' ? auth.settings : undefined);
};
