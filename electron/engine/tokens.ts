import type { Exchange } from '../../shared/exchange/exchange.ts';
import { fillSettings } from '../../shared/compose/variables.ts';
import type { Handlers } from '../../shared/ipc/contract.ts';
import { schemeById } from '../../shared/schemes/index.ts';
import { defaultDraftSettings } from '../../shared/workspace/draft.ts';
import { EngineError } from '../errors.ts';
import { openSettings } from './chosen-auth.ts';
import type { EngineContext } from './context.ts';
import { variablesOf } from './opened-draft.ts';
import { routeOf } from './route.ts';
import type { Sends } from './sends.ts';
import { requestToken } from './token-request.ts';

type TokenCommands = 'obtainToken' | 'revealToken' | 'forgetTokens' | 'discover';

const discoveryTimeoutMs = 30_000;

export const tokenHandlers = (context: EngineContext, sends: Sends): Pick<Handlers, TokenCommands> => ({
  obtainToken: ({ sendId, profileId, environmentId, how }) =>
    sends.run(sendId, async (signal) => {
      const profile = context
        .workspace()
        .current()
        .profiles.find((one) => one.id === profileId);
      if (profile === undefined)
        throw new EngineError('not-found', 'This profile is gone; somebody deleted it.');
      const variables = variablesOf(context, environmentId);
      const settings = fillSettings(await openSettings(context, profile.settings), variables).value;
      const startedAtMs = context.nowMs();
      const exchanges: Exchange[] = [];
      const outcome = await requestToken(
        context,
        {
          id: profile.id,
          name: profile.name,
          renew: profile.renew,
          settings: { ...schemeById(profile.scheme)?.initial, ...settings },
        },
        {
          sendId,
          environmentId,
          how,
          route: await routeOf(context, defaultDraftSettings, variables),
          signal,
          onExchange(exchange) {
            exchanges.push(exchange);
            context.emit({ event: 'exchange', sendId, exchange });
          },
        },
      );
      return {
        attempt: {
          id: context.newId(),
          startedAtMs,
          exchanges,
          ...(outcome.ok ? {} : { stopped: outcome.stopped }),
          profile: profile.name,
          source: 'sent',
        },
      };
    }),

  async revealToken({ profileId, environmentId, which }) {
    const token = await context.tokens.reveal(profileId, environmentId, which);
    if (token === undefined) throw new EngineError('not-found', 'There is no such token any more.');
    return token;
  },

  forgetTokens: ({ profileId, environmentId }) => context.tokens.forget(profileId, environmentId),

  async discover({ issuer, environmentId }) {
    const variables = variablesOf(context, environmentId);
    const filled = fillSettings({ issuer }, variables).value['issuer'];
    return context.tokens.discover({
      issuer: typeof filled === 'string' ? filled : issuer,
      route: await routeOf(context, defaultDraftSettings, variables),
      signal: AbortSignal.timeout(discoveryTimeoutMs),
    });
  },
});
