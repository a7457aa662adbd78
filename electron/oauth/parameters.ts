import type { OAuth2Settings } from '../../shared/schemes/oauth2/settings.ts';

/**
 * What the token is asked for: audience, each resource (RFC 8707 §2: the parameter may be repeated), and where it is not
 * settled by a code already, scope and authorization details (RFC 9396 §6).
 */
export const requestedTarget = (
  {
    scope,
    audience,
    resource,
    authorizationDetails,
  }: Pick<OAuth2Settings, 'scope' | 'audience' | 'resource' | 'authorizationDetails'>,
  include: { readonly scope: boolean },
): URLSearchParams => {
  const parameters = new URLSearchParams();
  const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');
  if (include.scope && words(scope).length > 0) parameters.set('scope', words(scope).join(' '));
  if (audience.trim() !== '') parameters.set('audience', audience.trim());
  for (const one of words(resource)) parameters.append('resource', one);
  if (include.scope && authorizationDetails.trim() !== '')
    parameters.set('authorization_details', authorizationDetails.trim());
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
  'client_assertion',
  'client_assertion_type',
  'nonce',
  'request',
  'request_uri',
  'dpop_jkt',
];

/** Adds `name=value&name=value`; a name that is there already is replaced, ours stay as they are. */
export const furtherParameters = (typed: string, parameters: URLSearchParams): void => {
  const further = [...new URLSearchParams(typed.trim().replace(/^\?/, ''))].filter(
    ([name]) => !ours.includes(name),
  );
  for (const [name] of further) parameters.delete(name);
  for (const [name, value] of further) parameters.append(name, value);
};
