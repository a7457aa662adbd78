import type { Field } from '../../exchange/exchange.ts';
import { fieldNamed, valueOf } from '../../exchange/fields.ts';
import type { Facts } from '../facts.ts';

/** Scopes that the address takes, one of which the token would need, and the field that tells what it has. */
export interface LackingScopes {
  readonly granted: Field;
  readonly accepted: readonly string[];
}

const listed = (value: string): readonly string[] => value.split(/[\s,]+/).filter((scope) => scope !== '');

/** GitHub and those that copied it tell both lists, also behind the 404 that hides what the token may not see. */
export const lackingScopes = ({ response }: Facts): LackingScopes | undefined => {
  const fields = response?.fields ?? [];
  const granted = fieldNamed(fields, 'X-OAuth-Scopes');
  const accepted = listed(valueOf(fields, 'X-Accepted-OAuth-Scopes') ?? '');
  if (granted === undefined || accepted.length === 0) return undefined;
  const own = listed(granted.value);
  return accepted.some((scope) => own.includes(scope)) ? undefined : { granted, accepted };
};
