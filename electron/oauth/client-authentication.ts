import type { AuthorizationServer, ClientAuth } from 'oauth4webapi';
import { base64OfByteString, utf8ByteString } from '../../shared/exchange/bytes.ts';
import type { OAuth2Settings } from '../../shared/schemes/oauth2/settings.ts';
import { assertionTimes, secretJwt, signedJwt } from './signed-jwt.ts';

/** As application/x-www-form-urlencoded writes it (RFC 6749 appendix B): "-._*" stay, so that most ids read the same. */
const formEncoded = (text: string): string => new URLSearchParams([[text, '']]).toString().slice(0, -1);

const basic =
  (id: string, secret: string): ClientAuth =>
  (_server, _client, _body, headers) => {
    headers.set('authorization', `Basic ${base64OfByteString(utf8ByteString(`${id}:${secret}`))}`);
  };

/** In the body, or nothing where there is nothing to say. */
const inBody =
  (members: Readonly<Record<string, string>>): ClientAuth =>
  (_server, _client, body) => {
    for (const [name, value] of Object.entries(members)) if (value !== '') body.set(name, value);
  };

/** RFC 7523 §2.2: `iss` and `sub` are the client, the audience is the authorization server. */
const assertion =
  (clientId: string, nowMs: () => number, sign: (claims: Readonly<Record<string, unknown>>) => string) =>
  ({ issuer }: AuthorizationServer, _client: unknown, body: URLSearchParams): void => {
    const claims = { iss: clientId, sub: clientId, aud: issuer, ...assertionTimes(nowMs()) };
    body.set('client_id', clientId);
    body.set('client_assertion_type', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    body.set('client_assertion', sign(claims));
  };

export type ClientSettings = Pick<
  OAuth2Settings,
  | 'clientId'
  | 'clientSecret'
  | 'clientAuthentication'
  | 'privateKey'
  | 'keyPassphrase'
  | 'keyAlgorithm'
  | 'keyId'
>;

/**
 * How the client proves itself at the endpoints of an authorization server. Without a secret, where one is needed, it is
 * a public client, whatever was chosen. The request throws FlowStopped where the signing key does not fit.
 */
export const clientAuthentication = (settings: ClientSettings, nowMs: () => number): ClientAuth => {
  const { clientId, clientSecret: secret, clientAuthentication: way } = settings;
  const named = inBody({ client_id: clientId });
  switch (way) {
    case 'basic':
      return secret === '' ? named : basic(formEncoded(clientId), formEncoded(secret));
    case 'basic-raw':
      return secret === '' ? named : basic(clientId, secret);
    case 'body':
      return inBody({ client_id: clientId, client_secret: secret });
    case 'secret-jwt':
      return secret === '' ? named : assertion(clientId, nowMs, (claims) => secretJwt(secret, claims));
    case 'key-jwt':
      return assertion(clientId, nowMs, (claims) => signedJwt(settings, {}, claims));
    case 'certificate':
    case 'none':
      return named;
    default:
      return way satisfies never;
  }
};
