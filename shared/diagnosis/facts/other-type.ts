import { valueOf } from '../../exchange/fields.ts';
import type { Facts } from '../facts.ts';
import { logsIn } from './login-form.ts';

/** The same login passed as a body of another type. */
export interface OtherType {
  readonly index: number;
  readonly was: string;
  readonly now: string;
}

const typeOf = (fields: Facts['exchange']['request']['fields']): string =>
  (valueOf(fields, 'Content-Type') ?? '').replace(/;.*$/, '').trim().toLowerCase();

export const passedAsAnotherType = (facts: Facts): OtherType | undefined => {
  if (!logsIn(facts)) return undefined;
  const now = typeOf(facts.exchange.request.fields);
  for (const { accepted, sameRequest, exchange, index, kept } of facts.earlier.toReversed()) {
    const was = typeOf(exchange.request.fields);
    if (!accepted || !sameRequest || was === now) continue;
    if (
      facts.form.every(({ name, value }) => kept.form.some((one) => one.name === name && one.value === value))
    )
      return { index, was, now };
  }
  return undefined;
};
