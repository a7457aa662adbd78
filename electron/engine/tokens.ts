import type { Attempt, Exchange } from '../../shared/exchange/exchange.ts';
import { fillSettings } from '../../shared/compose/variables.ts';
import type { Handlers } from '../../shared/ipc/contract.ts';
import { schemeFromResourceMetadata } from '../../shared/schemes/index.ts';
import { defaultDraftSettings } from '../../shared/workspace/draft.ts';
import { EngineError } from '../errors.ts';
import type { EngineContext } from './context.ts';
import { routeOf } from './route.ts';
import { profileOwner } from './profile-owner.ts';
import type { Sends } from './sends.ts';
import { beginTokenAttempt } from './token-attempt.ts';
import { requestToken } from './token-request.ts';
import { variablesOf } from './variables.ts';

type TokenCommands =
  'obtainToken' | 'revealToken' | 'checkToken' | 'forgetTokens' | 'discover' | 'configureFromResource';

const discoveryTimeoutMs = 30_000;

export const tokenHandlers = (context: EngineContext, sends: Sends): Pick<Handlers, TokenCommands> => ({
  obtainToken: ({ sendId, profileId, environmentId, how }) =>
    sends.run(sendId, async (signal) => {
      const profile = await profileOwner(context, profileId, environmentId);
      const variables = variablesOf(context, environmentId);
      const attempt = beginTokenAttempt(context, sendId, profile.name);
      const outcome = await requestToken(context, profile, {
        sendId,
        environmentId,
        how,
        route: await routeOf(context, defaultDraftSettings, variables),
        signal,
        onExchange: attempt.onExchange,
      });
      return { attempt: attempt.end(outcome) };
    }),

  async revealToken({ profileId, environmentId, which }) {
    const token = await context.tokens.reveal(profileId, environmentId, which);
    if (token === undefined) throw new EngineError('not-found', 'There is no such token any more.');
    return token;
  },

  checkToken: async ({ token, environmentId }) =>
    context.tokens.checkSignature({
      token,
      route: await routeOf(context, defaultDraftSettings, variablesOf(context, environmentId)),
      signal: AbortSignal.timeout(discoveryTimeoutMs),
    }),

  forgetTokens: ({ profileId, environmentId }) => context.tokens.forget(profileId, environmentId),

  async configureFromResource({ environmentId, ...pointer }) {
    const startedAtMs = context.nowMs();
    const exchanges: Exchange[] = [];
    const made = await context.tokens.configure(pointer, {
      route: await routeOf(context, defaultDraftSettings, variablesOf(context, environmentId)),
      hooks: {
        signal: AbortSignal.timeout(discoveryTimeoutMs),
        onExchange: (exchange) => exchanges.push(exchange),
      },
    });
    const attempt: Attempt = { id: context.newId(), startedAtMs, exchanges, source: 'sent' };
    return made.ok ? { ...made, scheme: schemeFromResourceMetadata().id, attempt } : { ...made, attempt };
  },

  async discover({ issuer, environmentId, scope }) {
    const variables = variablesOf(context, environmentId, scope);
    const filled = fillSettings({ issuer }, variables).value['issuer'];
    return context.tokens.discover({
      issuer: typeof filled === 'string' ? filled : issuer,
      route: await routeOf(context, defaultDraftSettings, variables),
      signal: AbortSignal.timeout(discoveryTimeoutMs),
    });
  },
});
