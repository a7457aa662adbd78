import type { Attempt, Exchange } from '../../shared/exchange/exchange.ts';
import type { Stopped } from '../net/execute.ts';
import type { EngineContext } from './context.ts';

/** An attempt without a request of its own, while its exchanges come in. */
export interface TokenAttempt {
  /** Keeps the exchange and tells it to the windows. */
  onExchange(exchange: Exchange): void;
  end(outcome: { readonly ok: true } | { readonly ok: false; readonly stopped: Stopped }): Attempt;
}

export const beginTokenAttempt = (context: EngineContext, sendId: string, profile: string): TokenAttempt => {
  const startedAtMs = context.nowMs();
  const exchanges: Exchange[] = [];
  return {
    onExchange(exchange) {
      exchanges.push(exchange);
      context.emit({ event: 'exchange', sendId, exchange });
    },
    end: (outcome) => ({
      id: context.newId(),
      startedAtMs,
      exchanges,
      ...(outcome.ok ? {} : { stopped: outcome.stopped }),
      profile,
      source: 'sent',
    }),
  };
};
