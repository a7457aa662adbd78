import type { Attempt, Exchange } from '../../../shared/exchange/exchange.ts';
import { tokensIn, type FoundToken } from './tokens-in.ts';

/** Tokens of the request's attempts that are not this one, each once; those of other exchanges say which attempt. */
export const comparableTokens = (
  token: FoundToken,
  own: Exchange,
  attempts: readonly Attempt[],
): readonly FoundToken[] => {
  const found = new Map<string, FoundToken>();
  const add = (prefix: string, exchange: Exchange): void => {
    for (const one of tokensIn(exchange)) {
      if (one.text === token.text || found.has(one.text)) continue;
      found.set(one.text, { ...one, where: `${prefix}${one.where}` });
    }
  };
  add('', own);
  for (const [at, attempt] of attempts.entries()) {
    for (const exchange of attempt.exchanges) {
      if (exchange.id !== own.id) add(`Attempt ${at + 1} › `, exchange);
    }
  }
  return [...found.values()];
};
