import type { Exchange, Failure, ReceivedResponse } from './exchange.ts';

/** The answer, where there is one. Apart from the schemas, so that what only reads exchanges needs none of them. */
export const responseOf = (exchange: Exchange): ReceivedResponse | undefined =>
  exchange.outcome.kind === 'answered' ? exchange.outcome.response : undefined;

/** Why there is none. */
export const failureOf = (exchange: Exchange): Failure | undefined =>
  exchange.outcome.kind === 'failed' ? exchange.outcome.failure : undefined;
