import { None, type ClientAuth } from 'oauth4webapi';
import { base64OfByteString, utf8ByteString } from '../../shared/exchange/bytes.ts';
import type { OAuth2Settings } from '../../shared/schemes/oauth2.ts';

/** As application/x-www-form-urlencoded writes it (RFC 6749 appendix B): "-._*" stay, so that most ids read the same. */
const formEncoded = (text: string): string => new URLSearchParams([[text, '']]).toString().slice(0, -1);

const basic =
  (secret: string, encode: (text: string) => string): ClientAuth =>
  (_server, client, _body, headers) => {
    const pair = `${encode(client.client_id)}:${encode(secret)}`;
    headers.set('authorization', `Basic ${base64OfByteString(utf8ByteString(pair))}`);
  };

const inBody =
  (secret: string): ClientAuth =>
  (_server, client, body) => {
    body.set('client_id', client.client_id);
    body.set('client_secret', secret);
  };

/** How the client proves itself at the token endpoint. Without a secret it is a public client, whatever was chosen. */
export const clientAuthentication = ({
  clientAuthentication: way,
  clientSecret,
}: Pick<OAuth2Settings, 'clientAuthentication' | 'clientSecret'>): ClientAuth => {
  if (clientSecret === '') return None();
  switch (way) {
    case 'basic':
      return basic(clientSecret, formEncoded);
    case 'basic-raw':
      return basic(clientSecret, (text) => text);
    case 'body':
      return inBody(clientSecret);
    case 'none':
      return None();
    default:
      return way satisfies never;
  }
};
