import type { Facts } from '../facts.ts';
import type { Statement } from './statements.ts';

/** Members that hold the name of what a key was not made for. */
const holder =
  /^(?:params?|args?|(?:required|missing|needed)?_?(?:permissions?|scopes?|abilit(?:y|ies)|capabilit(?:y|ies)|privileges?))$/;

/** "keys.create", "translations:edit": a thing and what may be done with it. */
const ability = /^[a-z][\w-]{1,30}[.:|][a-z][\w-]{1,30}$/i;

/** A key or opaque token was made with some abilities and not with the one that the refusal names beside its code. */
export const namedAbility = (facts: Facts): Statement | undefined => {
  if (facts.status !== 403 || facts.token?.jwt !== undefined) return undefined;
  const made = facts.credentials.some(
    ({ in: place, parsed }) =>
      place === 'field' || place === 'query' || (place === 'authorization' && parsed?.scheme !== 'basic'),
  );
  return made && facts.signing.kind === undefined
    ? facts.statements.find(({ key, text }) => holder.test(key) && ability.test(text))
    : undefined;
};
