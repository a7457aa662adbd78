import type { Exchange } from '../../shared/exchange/exchange.ts';
import type { How, TokenOutcome, TokenRequest } from '../oauth/tokens-types.ts';
import type { Route } from '../net/transport-types.ts';
import type { EngineContext } from './context.ts';

/** Gets an access token for one Send and tells the windows what it takes: each exchange, and a login in the browser. */
export const requestToken = (
  context: EngineContext,
  owner: TokenRequest['profile'],
  about: {
    readonly sendId: string;
    readonly environmentId: string;
    readonly how: How;
    readonly route: Route;
    readonly signal: AbortSignal;
    onExchange(exchange: Exchange): void;
    /** The person is asked to log in now. */
    onLogin?(): void;
  },
): Promise<TokenOutcome> => {
  const { sendId, environmentId, how, route, signal, onExchange, onLogin } = about;
  return context.tokens.obtain({
    profile: owner,
    environmentId,
    how,
    route,
    hooks: {
      signal,
      onExchange,
      onLogin({ accept, ...prompt }) {
        onLogin?.();
        if (accept !== undefined) context.logins.begin(sendId, accept);
        context.emit({ event: 'login', sendId, ...prompt });
      },
      onLoginDone() {
        context.logins.end(sendId);
        context.emit({ event: 'login-done', sendId });
      },
    },
  });
};
