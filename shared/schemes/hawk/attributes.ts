import { authParam } from '../../http-auth/auth.ts';
import { parseCredentials } from '../../http-auth/credentials.ts';

const plain = /^[ \w!#$%&'()*+,\-./:;<=>?@[\]^`{|}~]+$/;

/**
 * The attributes of an `Authorization: Hawk …`, a `Server-Authorization` or a `WWW-Authenticate` value by name, as strict
 * as the protocol is: `undefined` where one is unknown, doubled, empty or holds a character that may not be there, or
 * where a needed one is missing.
 */
export const hawkAttributes = (
  value: string,
  { needed = [], known }: { readonly needed?: readonly string[]; readonly known: readonly string[] },
): Readonly<Record<string, string>> | undefined => {
  const credentials = parseCredentials(value);
  const { scheme, params, problems } = credentials;
  const names = params.map(({ name }) => name);
  const sound =
    scheme === 'hawk' &&
    problems.length === 0 &&
    new Set(names).size === names.length &&
    params.every((param) => known.includes(param.name) && plain.test(param.value)) &&
    needed.every((name) => authParam(credentials, name) !== undefined);
  return sound ? Object.fromEntries(params.map((param) => [param.name, param.value])) : undefined;
};

/** A quoted attribute; quotes and backslashes are escaped. */
export const hawkAttribute = (name: string, value: string): string =>
  `${name}="${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
