import { decodeJwt } from '../../shared/token/jwt.ts';
import { decrypted, isEncrypted } from './decrypted.ts';
import type { GrantContext } from './grants/grant.ts';
import { issuerSignature } from './issuer-keys.ts';
import { stopped } from './oauth-errors.ts';
import type { Stopped } from './tokens-types.ts';

/** What the claims of a response object say about itself, not about the login (JARM §2.1). */
const aboutItself = new Set(['iss', 'aud', 'exp', 'iat', 'nbf', 'jti']);

type Claims = Readonly<Record<string, unknown>>;

const claimsOf = (response: string): Claims | undefined => {
  const decoded = decodeJwt(response);
  return decoded.kind === 'jwt' ? decoded.jwt.claims : undefined;
};

/**
 * The parameters of an answer as far as anybody can read them: of a response object its claims, which nobody has
 * verified yet. Good to tell which login an answer belongs to, and for nothing else.
 */
export const unverified = (parameters: URLSearchParams): URLSearchParams => {
  const claims = claimsOf(parameters.get('response') ?? '');
  return claims === undefined ? parameters : parametersIn(claims);
};

/** Whether an answer is encrypted as a whole, so that nobody sees which login it belongs to before it is opened. */
export const isSealed = (parameters: URLSearchParams): boolean =>
  isEncrypted(parameters.get('response') ?? '');

const parametersIn = (claims: Claims): URLSearchParams => {
  const readable = new URLSearchParams();
  for (const [name, value] of Object.entries(claims)) {
    if (!aboutItself.has(name) && (typeof value === 'string' || typeof value === 'number')) {
      readable.set(name, String(value));
    }
  }
  return readable;
};

const no = (code: string, sentence: string): Stopped => stopped(code, sentence);

/**
 * Takes the parameters out of a signed response object (JWT Secured Authorization Response Mode, JARM §2.4), which may
 * be encrypted for the client, once it is from the issuer, for this client, of the login with this state, still good and
 * signed with a key of the issuer. An answer without one is as it is, unless one was asked for.
 */
export const openedResponse = async (
  context: GrantContext,
  parameters: URLSearchParams,
  state: string,
): Promise<URLSearchParams | Stopped> => {
  const { settings, server, nowMs } = context;
  const given = parameters.get('response');
  if (given === null) {
    return settings.responseMode.endsWith('jwt')
      ? no('response-unsigned', 'A signed answer was asked for (JARM), and this one is not.')
      : parameters;
  }
  const response = isEncrypted(given) ? await decrypted(settings, given, 'The answer of the login') : given;
  if (typeof response !== 'string') return response;
  const claims = claimsOf(response);
  if (claims === undefined) return no('response-malformed', 'The signed answer of the login is not a JWT.');
  if (!server.issuerKnown) {
    return no('no-issuer', 'A signed answer can be checked only by an issuer; fill it in.');
  }
  if (claims['iss'] !== server.metadata.issuer) {
    return no(
      'issuer-mismatch',
      `The answer comes from another server, ${String(claims['iss']).slice(0, 200)}.`,
    );
  }
  if (![claims['aud']].flat().includes(settings.clientId)) {
    return no(
      'response-audience',
      'The signed answer was made for another client: its aud does not name ours.',
    );
  }
  const { exp } = claims;
  if (typeof exp !== 'number' || exp <= nowMs() / 1000) {
    return no(
      'response-expired',
      'The signed answer is over already, or does not say until when it is good.',
    );
  }
  if (claims['state'] !== state) {
    return no('state-mismatch', 'The signed answer belongs to another login: its state is not this one’s.');
  }
  const signature = await issuerSignature(context, response);
  if (signature.kind !== 'good') {
    return no('response-signature', `The signature of the answer was not accepted: ${signature.because}.`);
  }
  const opened = parametersIn(claims);
  opened.set('iss', server.metadata.issuer);
  return opened;
};
