import type { Exchange } from '../../shared/exchange/exchange.ts';
import type { Handlers } from '../../shared/ipc/contract.ts';
import { defaultDraftSettings } from '../../shared/workspace/draft.ts';
import type { EngineContext } from './context.ts';
import { variablesOf } from './opened-draft.ts';
import { profileOwner } from './profile-owner.ts';
import { routeOf } from './route.ts';
import type { Sends } from './sends.ts';

/** The buttons of the token inspector: what the authorization server says of a stored token. */
export const tokenQuestionHandlers = (
  context: EngineContext,
  sends: Sends,
): Pick<Handlers, 'askAboutToken'> => ({
  askAboutToken: ({ sendId, profileId, environmentId, question, which }) =>
    sends.run(sendId, async (signal) => {
      const profile = await profileOwner(context, profileId, environmentId);
      const startedAtMs = context.nowMs();
      const exchanges: Exchange[] = [];
      const outcome = await context.tokens.ask({
        profile,
        environmentId,
        question,
        which,
        route: await routeOf(context, defaultDraftSettings, variablesOf(context, environmentId)),
        hooks: {
          signal,
          onExchange(exchange) {
            exchanges.push(exchange);
            context.emit({ event: 'exchange', sendId, exchange });
          },
        },
      });
      return {
        attempt: {
          id: context.newId(),
          startedAtMs,
          exchanges,
          ...(outcome.ok ? {} : { stopped: outcome.stopped }),
          profile: profile.name,
          source: 'sent',
        },
        ...(outcome.ok ? { answer: outcome.answer } : {}),
      };
    }),
});
