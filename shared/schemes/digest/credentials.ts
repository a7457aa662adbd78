import { bytesToHex } from '@noble/hashes/utils.js';
import { latin1ByteString, utf8ByteString } from '../../exchange/bytes.ts';
import { hexHash } from './algorithm.ts';
import { qopFor, type DigestChallenge, type DigestPreference } from './challenge.ts';
import { digestResponse, type DigestInputs, type DigestSteps } from './response.ts';
import { nextNonces, type DigestSession } from './session.ts';

export interface DigestLogin {
  readonly username: string;
  readonly password: string;
  /** Where the challenge names none. */
  readonly charset: 'utf-8' | 'iso-8859-1';
}

export interface DigestRequest {
  readonly method: string;
  /** The request target as it stands in the request line. */
  readonly uri: string;
  /** Hash of the body by the challenge's algorithm; needed for auth-int only. */
  readonly bodyHash?: Uint8Array | undefined;
}

export interface DigestAnswer {
  /** The whole field value, "Digest username=…": of Authorization, or of Proxy-Authorization. A byte string. */
  readonly value: string;
  readonly inputs: DigestInputs;
  readonly steps: DigestSteps;
  /** To be used for the next request. */
  readonly session: DigestSession;
}

/**
 * Answers a challenge (RFC 7616 §3.4), for a server or for a proxy. Pure: what it needs of the world is `randomBytes`.
 * @param session from `beginDigest`, or what the last answer left
 */
export const answerDigest = (
  session: DigestSession,
  login: DigestLogin,
  request: DigestRequest,
  preferredQop: DigestPreference['qop'],
  randomBytes: (count: number) => Uint8Array,
): DigestAnswer => {
  const { challenge } = session;
  const next = nextNonces(session, randomBytes);
  const encode = encoder(challenge, login.charset);
  const inputs: DigestInputs = {
    algorithm: challenge.algorithm,
    username: encode(login.username),
    password: encode(login.password),
    realm: challenge.realm,
    ...next.nonces,
    qop: qopFor(challenge, preferredQop),
    method: request.method,
    uri: request.uri,
    bodyHash: request.bodyHash && bytesToHex(request.bodyHash),
  };
  const steps = digestResponse(inputs);
  return {
    value: digestFieldValue(challenge, login.username, inputs, steps.response),
    inputs,
    steps,
    session: next.session,
  };
};

/** A character that ISO-8859-1 lacks is a setting's problem and is told before anything is sent. */
const encoder =
  ({ utf8 }: DigestChallenge, charset: DigestLogin['charset']) =>
  (text: string): string =>
    (utf8 || charset === 'utf-8' ? undefined : latin1ByteString(text)) ?? utf8ByteString(text);

/** The parameters in the order of RFC 7616 §3.9, quoted where §3.4 wants quotes. `username` is the text, not encoded. */
export const digestFieldValue = (
  challenge: DigestChallenge,
  username: string,
  { algorithm, realm, nonce, qop, nc, cnonce, uri, username: encoded }: DigestInputs,
  response: string,
): string => {
  const params = [
    challenge.userhash
      ? `username="${hexHash(algorithm.hash, `${encoded}:${realm}`)}"`
      : needsExtended(username, challenge)
        ? `username*=${extendedValue(utf8ByteString(username))}`
        : `username=${quoted(encoded)}`,
    `realm=${quoted(realm)}`,
    `nonce=${quoted(nonce)}`,
    `uri=${quoted(uri)}`,
    ...(challenge.spelledAlgorithm === undefined ? [] : [`algorithm=${challenge.spelledAlgorithm}`]),
    // A1 of a session is made of the cnonce, so that it is told even where there is no qop.
    ...(qop === undefined
      ? algorithm.session
        ? [`cnonce=${quoted(cnonce)}`]
        : []
      : [`qop=${qop}`, `nc=${nc}`, `cnonce=${quoted(cnonce)}`]),
    `response="${response}"`,
    ...(challenge.opaque === undefined ? [] : [`opaque=${quoted(challenge.opaque)}`]),
    ...(challenge.userhash ? ['userhash=true'] : []),
  ];
  return `Digest ${params.join(', ')}`;
};

/** quoted-string of RFC 9110 §5.6.4. */
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

/**
 * Beyond ASCII only where the server said UTF-8: older ones do not know `username*`. A control character fits into no
 * quoted-string at all.
 */
const needsExtended = (username: string, { utf8 }: DigestChallenge): boolean =>
  /[\u0000-\u0008\u000a-\u001f\u007f]/.test(username) || (utf8 && /[^\u0000-\u007f]/.test(username));

/** ext-value of RFC 8187 §3.2.1, of a byte string in UTF-8. */
const extendedValue = (utf8: string): string =>
  `UTF-8''${utf8.replace(
    /[^A-Za-z0-9!#$&+\-.^_`|~]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )}`;
