import { bytesToHex } from '@noble/hashes/utils.js';
import {
  base64OfBytes,
  base64OfByteString,
  byteStringToBytes,
  bytesToByteString,
  utf8ByteString,
} from '../../exchange/bytes.ts';
import { hash } from '../parts/hashes.ts';

/**
 * How the nonce is sent. `base64`: its octets are digested and sent in Base64 (OASIS UsernameToken Profile 1.1 §3.1);
 * `text`: it is digested as the text that is sent (Atom Authentication, 2003).
 */
export const wsseNonces = ['base64', 'text'] as const;
/** `octets`: Base64 of the twenty octets of SHA-1; `hex`: Base64 of their forty hexadecimal digits, as Emarsys has it. */
export const wsseDigests = ['octets', 'hex'] as const;

export interface WsseInputs {
  readonly username: string;
  readonly password: string;
  /** Random octets. */
  readonly nonce: Uint8Array;
  readonly created: string;
  readonly nonceForm: (typeof wsseNonces)[number];
  readonly digestForm: (typeof wsseDigests)[number];
}

export interface WsseToken {
  /** The nonce as it is sent. */
  readonly nonce: string;
  /** The nonce as it is digested, a byte string. */
  readonly digested: string;
  readonly passwordDigest: string;
  /** Value of X-WSSE, a byte string. */
  readonly value: string;
}

/** PasswordDigest = Base64(SHA-1(nonce + created + password)). */
export const wsseToken = (inputs: WsseInputs): WsseToken => {
  const { username, password, created, nonceForm, digestForm } = inputs;
  const digested = nonceForm === 'text' ? bytesToHex(inputs.nonce) : bytesToByteString(inputs.nonce);
  const nonce = nonceForm === 'text' ? digested : base64OfByteString(digested);
  const sha1 = hash('sha-1', byteStringToBytes(digested + created + utf8ByteString(password)));
  const passwordDigest = digestForm === 'hex' ? base64OfByteString(bytesToHex(sha1)) : base64OfBytes(sha1);
  const user = utf8ByteString(username).replace(/["\\]/g, '\\$&');
  return {
    nonce,
    digested,
    passwordDigest,
    value: `UsernameToken Username="${user}", PasswordDigest="${passwordDigest}", Nonce="${nonce}", Created="${created}"`,
  };
};
