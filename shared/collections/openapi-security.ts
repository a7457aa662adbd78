import type { DraftAuth } from '../workspace/draft.ts';
import { recordOf, recordsOf, textOf, type Gathering, type Json } from './gathering.ts';
import type { Resolve } from './openapi-reference.ts';

/** The security schemes that a description defines, by name (OpenAPI 3 §4.8.27, Swagger 2 `securityDefinitions`). */
export const securitySchemesOf = (root: Json, resolve: Resolve): ReadonlyMap<string, Json> => {
  const defined = recordOf(
    'swagger' in root ? root['securityDefinitions'] : recordOf(root['components'])['securitySchemes'],
  );
  return new Map(Object.entries(defined).map(([name, given]) => [name, recordOf(resolve(given))]));
};

/** The auth that fits the first alternative of a requirement; what is not carried over is said. */
export const securityAuth = (
  gathering: Gathering,
  requirement: unknown,
  schemes: ReadonlyMap<string, Json>,
  where: string,
): DraftAuth => {
  if (!Array.isArray(requirement)) return { kind: 'inherit' };
  const alternatives = recordsOf(requirement);
  const [chosen] = alternatives;
  // An empty list, or an empty alternative, says that nobody has to prove who he is.
  if (chosen === undefined || Object.keys(chosen).length === 0) return { kind: 'none' };
  if (alternatives.length > 1) gathering.leave('Further ways to authenticate', where);
  const [[name, scopes] = ['', undefined], ...more] = Object.entries(chosen);
  if (more.length > 0) gathering.leave(`A second scheme beside ${name}`, where);
  const scheme = schemes.get(name);
  if (scheme === undefined) {
    gathering.leave(`The security scheme ${name} is not defined`, where);
    return { kind: 'none' };
  }
  return gathering.auth(
    'openapi',
    { ...scheme, scope: Array.isArray(scopes) ? scopes.map(textOf).join(' ') : '' },
    where,
  );
};
