import type { Exchange } from '../../shared/exchange/exchange.ts';
import type { Recording } from './recording.ts';

/** A kept connection that the server had closed meanwhile, which shows only when it is used (RFC 9112 §9.3.1). */
export const diedWhileIdle = ({ reused, answering }: Recording, exchanges: readonly Exchange[]): boolean => {
  const outcome = exchanges.at(-1)?.outcome;
  return (
    reused &&
    !answering &&
    outcome?.kind === 'failed' &&
    (outcome.failure.code === 'reset' || outcome.failure.code === 'closed')
  );
};

/** What a person reads of it: nothing is wrong with the server, and there is nothing to do. */
export const sentAgain = (exchange: Exchange): Exchange =>
  exchange.outcome.kind === 'answered'
    ? exchange
    : {
        ...exchange,
        outcome: { ...exchange.outcome, failure: { ...exchange.outcome.failure, message: wasIdle } },
      };

const wasIdle =
  'The server had closed this connection while it was idle. The request was sent again on a new one.';
