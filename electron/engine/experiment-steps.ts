import { lookup } from 'node:dns/promises';
import { randomBytes } from 'node:crypto';
import type { Step } from '../../shared/experiments/experiment.ts';
import type { Ran } from '../../shared/experiments/result.ts';
import type { Exchange } from '../../shared/exchange/exchange.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import { execute } from '../net/execute.ts';
import type { How, TokenOutcome } from '../oauth/tokens-types.ts';
import { createSchemeHost, createSchemeMemories } from '../schemes/scheme-host.ts';
import { verifyWithKeySet } from '../token/verify-key-set.ts';
import { openSettings } from './chosen-auth.ts';
import type { EngineContext } from './context.ts';
import { openDraft } from './opened-draft.ts';
import { profileOwner } from './profile-owner.ts';
import { routeOf } from './route.ts';
import { requestToken } from './token-request.ts';
import { variablesOf } from './variables.ts';

/** What the steps of one run of experiments have in common. */
export interface StepWorld {
  readonly sendId: string;
  readonly environmentId: string;
  /** The request that was refused. */
  readonly draft: Draft;
  /** Of the profile it is sent with, where there is one. */
  readonly profileId: string | undefined;
  readonly signal: AbortSignal;
}

/** Does one step of an experiment. What the network or a server does is its result and never thrown. */
export const takeStep = async (context: EngineContext, world: StepWorld, step: Step): Promise<Ran> => {
  const { kind, label } = step;
  switch (kind) {
    case 'request':
      return { kind, label, ...(await sendOnce(context, world, step.draft, step.token)) };
    case 'resolve':
      return { kind, label, addresses: await addressesOf(step.host) };
    case 'verify':
      return { kind, label, ...(await verifyWithKeySet(step.token, step.keys)) };
    case 'token':
      return { kind, label, ...(await tokenWith(context, world, step.settings)) };
    case 'introspect':
      return { kind: 'token', label, ...(await introspect(context, world)) };
    default:
      return step satisfies never;
  }
};

type Sent = Omit<Extract<Ran, { kind: 'request' }>, 'kind' | 'label'>;

/**
 * Like a Send, but nothing stays behind: the jar keeps no cookie of the answer, and nonces are those of this one
 * request. Only a token that was got on purpose is kept.
 */
const sendOnce = async (
  context: EngineContext,
  { sendId, environmentId, signal }: StepWorld,
  draft: Draft,
  way: 'refresh' | 'fetch' | undefined,
): Promise<Sent> => {
  const exchanges: Exchange[] = [];
  const boundary = `why401-${randomBytes(12).toString('hex')}`;
  const opening = await openDraft(context, draft, environmentId, boundary);
  if (!opening.ok) return { exchanges, stopped: { code: 'not-sendable', message: opening.message } };
  const { composed, route, trustedOrigins, tokenOwner, cookies } = opening.opened;
  const getToken = async (how: How, within: AbortSignal): Promise<TokenOutcome> => {
    const onExchange = (exchange: Exchange): void => void exchanges.push(exchange);
    return tokenOwner === undefined
      ? {
          ok: false,
          stopped: { code: 'no-token', message: 'This request has no profile to get a token for.' },
        }
      : requestToken(context, tokenOwner, { sendId, environmentId, how, route, signal: within, onExchange });
  };
  let first = way === undefined ? undefined : await getToken(way, signal);
  if (first?.ok === false) return { exchanges, stopped: first.stopped };
  const host = createSchemeHost(() => context.nowMs(), createSchemeMemories()(''));
  const { stopped } = await execute({
    flow: composed.flow(host.env),
    transport: context.transport,
    route,
    redirects: { follow: draft.settings.followRedirects, max: draft.settings.maxRedirects, trustedOrigins },
    purpose: 'experiment',
    signal,
    timeoutMs: draft.settings.timeoutMs,
    token: async (hooks) => {
      const ready = first ?? (await getToken('auto', hooks.signal));
      first = undefined;
      return ready;
    },
    answer: host.answer,
    cookies: { before: cookies.before, after: async () => undefined },
    onExchange: (exchange) => exchanges.push(exchange),
  });
  return { exchanges, ...(stopped === undefined ? {} : { stopped }) };
};

const addressesOf = async (host: string): Promise<string[]> => {
  try {
    return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);
  } catch {
    return [];
  }
};

type Asked = Omit<Extract<Ran, { kind: 'token' }>, 'kind' | 'label'>;

/** A token for nobody: it is asked for under a name of its own, and forgotten at once. */
const tokenWith = async (
  context: EngineContext,
  { sendId, environmentId, draft, signal }: StepWorld,
  settings: Extract<Step, { kind: 'token' }>['settings'],
): Promise<Asked> => {
  const exchanges: Exchange[] = [];
  const owner = {
    id: `experiment-${context.newId()}`,
    name: 'this experiment',
    settings: await openSettings(context, settings),
    renew: false,
  };
  try {
    const outcome = await requestToken(context, owner, {
      sendId,
      environmentId,
      how: 'fetch',
      route: await routeOf(context, draft.settings, variablesOf(context, environmentId, draft)),
      signal,
      onExchange: (exchange) => exchanges.push(exchange),
    });
    return { exchanges, ok: outcome.ok };
  } finally {
    await context.tokens.forget(owner.id, environmentId);
  }
};

const introspect = async (
  context: EngineContext,
  { environmentId, draft, profileId, signal }: StepWorld,
): Promise<Asked> => {
  const exchanges: Exchange[] = [];
  if (profileId === undefined) return { exchanges, ok: false };
  const outcome = await context.tokens.ask({
    profile: await profileOwner(context, profileId, environmentId),
    environmentId,
    question: 'introspect',
    which: 'access',
    route: await routeOf(context, draft.settings, variablesOf(context, environmentId, draft)),
    hooks: { signal, onExchange: (exchange) => exchanges.push(exchange) },
  });
  return { exchanges, ok: outcome.ok, ...(outcome.ok ? { answer: { ...outcome.answer } } : {}) };
};
