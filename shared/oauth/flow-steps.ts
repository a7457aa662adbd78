import { responseOf, type Attempt, type Exchange } from '../exchange/exchange.ts';
import { valueOf } from '../exchange/fields.ts';

/** One step of getting a token and using it, as a person counts them. */
export interface FlowStep {
  readonly kind: 'metadata' | 'device' | 'pushed' | 'login' | 'token' | 'keys' | 'question' | 'request';
  /** "Token by refresh token". */
  readonly label: string;
  readonly state: 'done' | 'failed' | 'not-reached';
  /** Indexes of its exchanges in the attempt, in order; none for what happens in a browser or never came. */
  readonly exchanges: readonly number[];
}

type Kind = FlowStep['kind'];

const labels = {
  metadata: 'Read metadata',
  device: 'Ask for a code',
  pushed: 'Push the login request',
  login: 'Log in',
  token: 'Get a token',
  keys: 'Read the issuer’s keys',
  question: 'Ask about the token',
  request: 'Send the request',
} as const satisfies Record<Kind, string>;

/** Grants by their `grant_type` (RFC 6749, 7523, 8628, 8693). */
const grants: ReadonlyMap<string, string> = new Map([
  ['authorization_code', 'Exchange the code'],
  ['client_credentials', 'Token by client credentials'],
  ['refresh_token', 'Token by refresh token'],
  ['password', 'Token by password'],
  ['urn:ietf:params:oauth:grant-type:device_code', 'Wait for the code to be entered'],
  ['urn:ietf:params:oauth:grant-type:token-exchange', 'Exchange the token'],
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', 'Token by assertion'],
]);

const formOf = ({ request: { body } }: Exchange): URLSearchParams =>
  new URLSearchParams(body.kind === 'text' ? body.text : '');

const kindOf = (exchange: Exchange): Kind | undefined => {
  switch (exchange.purpose) {
    case 'discovery':
      return /jwk-set/.test(valueOf(exchange.request.fields, 'Accept') ?? '') ? 'keys' : 'metadata';
    case 'resource':
      return 'request';
    case 'token': {
      const form = formOf(exchange);
      if (form.has('grant_type')) return 'token';
      if (form.has('token') || exchange.request.method === 'GET') return 'question';
      return form.has('response_type') || form.has('request') ? 'pushed' : 'device';
    }
    case 'connect':
    case 'experiment':
      return undefined;
    default:
      return exchange.purpose satisfies never;
  }
};

const labelOf = (kind: Kind, exchange: Exchange): string =>
  (kind === 'token' ? grants.get(formOf(exchange).get('grant_type') ?? '') : undefined) ?? labels[kind];

const isDone = (exchange: Exchange): boolean => (responseOf(exchange)?.status ?? 500) < 400;

/** A login in a browser leaves no exchange: it shows by what comes after it, a code or the keys for its ID token. */
const followsLogin = (kind: Kind, label: string, before: readonly FlowStep[]): boolean =>
  !before.some((step) => step.kind === 'login' || step.kind === 'token') &&
  (kind === 'keys' || label === grants.get('authorization_code'));

/** How a login ends without a code; other reasons to stop belong to the exchange before them. */
const loginFailures =
  /^(?:login-timeout|state-missing|nonce-mismatch|issuer-mismatch|no-code|cancelled|access_denied|login_required|consent_required|interaction_required|unsupported_response_type)$/;

const bare = (kind: Kind, state: FlowStep['state']): FlowStep => ({
  kind,
  label: labels[kind],
  state,
  exchanges: [],
});

/**
 * The steps of an attempt that got, or wanted, a token; nothing for one that did without. A step that took several
 * exchanges (polling, a second look for metadata, a nonce) ends as the last of them. After the one that failed come
 * those that were not reached.
 */
export const flowSteps = ({
  exchanges,
  stopped,
}: Pick<Attempt, 'exchanges' | 'stopped'>): readonly FlowStep[] => {
  const steps: FlowStep[] = [];
  exchanges.forEach((exchange, index) => {
    const kind = kindOf(exchange);
    if (kind === undefined) return;
    const label = labelOf(kind, exchange);
    const state = isDone(exchange) ? 'done' : 'failed';
    const last = steps.at(-1);
    if (last?.label === label) {
      steps[steps.length - 1] = { ...last, state, exchanges: [...last.exchanges, index] };
      return;
    }
    if (followsLogin(kind, label, steps)) steps.push(bare('login', 'done'));
    steps.push({ kind, label, state, exchanges: [index] });
  });
  if (steps.every(({ kind }) => kind === 'request')) return [];
  return stopped === undefined ? steps : withEnd(steps, stopped.code);
};

const withEnd = (steps: readonly FlowStep[], code: string): readonly FlowStep[] => {
  const last = steps.at(-1);
  if (last === undefined || last.kind === 'question') return steps;
  const failed =
    last.state === 'failed'
      ? steps
      : last.kind !== 'token' && loginFailures.test(code)
        ? [...steps, bare('login', 'failed')]
        : [...steps.slice(0, -1), { ...last, state: 'failed' as const }];
  const missing = (['token', 'request'] as const).filter(
    (kind) => !failed.some((step) => step.kind === kind),
  );
  return [...failed, ...missing.map((kind) => bare(kind, 'not-reached'))];
};
