import { isRecord } from '../../exchange/json.ts';
import { fieldNamed } from '../../exchange/fields.ts';
import { authParam } from '../../http-auth/auth.ts';
import type { Facts } from '../facts.ts';
import { issuedBefore } from './issued.ts';

/** What a registry's token allows for the thing that the challenge asks for, and what it lacks. */
export interface RegistryAccess {
  /** "repository:team/app". */
  readonly resource: string;
  readonly allowed: readonly string[];
  readonly missing: readonly string[];
}

/** A registry's token lists in its claim `access` what may be done with which thing (Distribution, token specification). */
export const registryAccess = (facts: Facts): RegistryAccess | undefined => {
  const access = facts.token?.jwt?.claims['access'];
  if (!Array.isArray(access) || fetchedByNobody(facts)) return undefined;
  for (const { challenge } of facts.challenges) {
    // The token itself was not believed; what it lists was not read.
    if (authParam(challenge, 'error') === 'invalid_token') continue;
    for (const scope of (authParam(challenge, 'scope') ?? '').split(/\s+/)) {
      const [, resource, actions] = /^(\w+(?:\([^)]*\))?:.+):([\w*]+(?:,[\w*]+)*)$/.exec(scope) ?? [];
      if (resource === undefined || actions === undefined) continue;
      const allowed = access
        .filter(isRecord)
        .flatMap(({ type, name, actions: listed }): readonly unknown[] =>
          `${String(type)}:${String(name)}` === resource && Array.isArray(listed) ? listed : [],
        );
      const missing = actions.split(',').filter((action) => !allowed.includes(action));
      if (missing.length > 0 && !allowed.includes('*'))
        return { resource, allowed: allowed.map(String), missing };
    }
  }
  return undefined;
};

/** A token that was handed out to a request without any credential lacks a login, not a scope. */
const fetchedByNobody = (facts: Facts): boolean => {
  const issued = issuedBefore(facts);
  const request = issued === undefined ? undefined : facts.attempt.exchanges[issued.index]?.request;
  return request?.method === 'GET' && fieldNamed(request.fields, 'Authorization') === undefined;
};
