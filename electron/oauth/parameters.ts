import type { OAuth2Settings } from '../../shared/schemes/oauth2-settings.ts';

/** What the token is asked for: scope, audience, and each resource (RFC 8707 §2: the parameter may be repeated). */
export const requestedTarget = (
  { scope, audience, resource }: Pick<OAuth2Settings, 'scope' | 'audience' | 'resource'>,
  include: { readonly scope: boolean },
): URLSearchParams => {
  const parameters = new URLSearchParams();
  const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');
  if (include.scope && words(scope).length > 0) parameters.set('scope', words(scope).join(' '));
  if (audience.trim() !== '') parameters.set('audience', audience.trim());
  for (const one of words(resource)) parameters.append('resource', one);
  return parameters;
};

/** Those that make the login safe, or that say which login it is: a profile cannot override them. */
const ours: readonly string[] = [
  'response_type',
  'client_id',
  'redirect_uri',
  'state',
  'code_challenge',
  'code_challenge_method',
  'grant_type',
  'code',
  'code_verifier',
  'refresh_token',
  'client_secret',
];

/** Adds `name=value&name=value`; a name that is there already is replaced, ours stay as they are. */
export const furtherParameters = (typed: string, parameters: URLSearchParams): void => {
  const further = [...new URLSearchParams(typed.trim().replace(/^\?/, ''))].filter(
    ([name]) => !ours.includes(name),
  );
  for (const [name] of further) parameters.delete(name);
  for (const [name, value] of further) parameters.append(name, value);
};
