import type { Facts } from '../facts.ts';
import type { EarlierExchange } from './earlier.ts';

/** A session that goes along in the address, as devices and servlets without cookies write it. */
export interface SessionParameter {
  readonly name: string;
  readonly value: string;
  /** An exchange before in which it was accepted. */
  readonly accepted: EarlierExchange | undefined;
}

const written =
  /[?&;](sid|_sid|session|session_?(?:id|key|name|token)|jsessionid|phpsessid|token_?id)=([^&;#?]{6,})/i;

export const sessionParameter = (facts: Facts): SessionParameter | undefined => {
  const [pair, name, value] = written.exec(facts.exchange.request.url) ?? [];
  if (pair === undefined || name === undefined || value === undefined) return undefined;
  const same = pair.slice(1);
  return {
    name,
    value,
    accepted: facts.earlier.findLast(
      (one) => one.accepted && one.sameOrigin && one.exchange.request.url.includes(same),
    ),
  };
};
