import type { Handlers } from '../../shared/ipc/contract.ts';
import { defaultDraftSettings } from '../../shared/workspace/draft.ts';
import type { EngineContext } from './context.ts';
import { profileOwner } from './profile-owner.ts';
import { routeOf } from './route.ts';
import type { Sends } from './sends.ts';
import { beginTokenAttempt } from './token-attempt.ts';
import { variablesOf } from './variables.ts';

/** The buttons of the token inspector: what the authorization server says of a stored token. */
export const tokenQuestionHandlers = (
  context: EngineContext,
  sends: Sends,
): Pick<Handlers, 'askAboutToken'> => ({
  askAboutToken: ({ sendId, profileId, environmentId, question, which }) =>
    sends.run(sendId, async (signal) => {
      const profile = await profileOwner(context, profileId, environmentId);
      const attempt = beginTokenAttempt(context, sendId, profile.name);
      const outcome = await context.tokens.ask({
        profile,
        environmentId,
        question,
        which,
        route: await routeOf(context, defaultDraftSettings, variablesOf(context, environmentId)),
        hooks: { signal, onExchange: attempt.onExchange },
      });
      return {
        attempt: attempt.end(outcome),
        ...(outcome.ok ? { answer: outcome.answer } : {}),
      };
    }),
});
