import { hexHash, type DigestAlgorithm } from './algorithm.ts';
import type { DigestQop } from './challenge.ts';

/** What a Digest response is computed from (RFC 7616 §3.4). All texts are byte strings. */
export interface DigestInputs {
  readonly algorithm: DigestAlgorithm;
  readonly username: string;
  readonly password: string;
  readonly realm: string;
  readonly nonce: string;
  /** Absent for the form without qop, RFC 2069. */
  readonly qop: DigestQop | undefined;
  /** Eight hexadecimal digits. */
  readonly nc: string;
  readonly cnonce: string;
  /** Nonces of the session's first request, which A1 of a `-sess` algorithm is made of; these ones where absent. */
  readonly prime?: { readonly nonce: string; readonly cnonce: string } | undefined;
  readonly method: string;
  readonly uri: string;
  /** Lower-case hex of the hashed body; for auth-int only. */
  readonly bodyHash?: string | undefined;
}

/** Every step on the way to the response, by RFC 7616's names. `ha1` and `a1` are as good as the password. */
export interface DigestSteps {
  readonly a1: string;
  readonly ha1: string;
  readonly a2: string;
  readonly ha2: string;
  /** What KD hashes after the secret and its colon. */
  readonly data: string;
  readonly response: string;
}

/** RFC 7616 §3.4.1–3.4.3; without qop as RFC 2617 §3.2.2.1 keeps RFC 2069. */
export const digestResponse = (inputs: DigestInputs): DigestSteps => {
  const a2 = `${inputs.method}:${inputs.uri}`;
  return keyed(inputs, inputs.qop === 'auth-int' ? `${a2}:${inputs.bodyHash ?? ''}` : a2);
};

/** What the server must answer as `rspauth` (RFC 7616 §3.5); `bodyHash` is the one of the answer's body. */
export const digestRspauth = (inputs: DigestInputs): string => {
  const a2 = `:${inputs.uri}`;
  return keyed(inputs, inputs.qop === 'auth-int' ? `${a2}:${inputs.bodyHash ?? ''}` : a2).response;
};

const keyed = (inputs: DigestInputs, a2: string): DigestSteps => {
  const { algorithm, username, password, realm, nonce, qop, nc, cnonce, prime = { nonce, cnonce } } = inputs;
  const h = (text: string): string => hexHash(algorithm.hash, text);
  const user = `${username}:${realm}:${password}`;
  const a1 = algorithm.session ? `${h(user)}:${prime.nonce}:${prime.cnonce}` : user;
  const ha1 = h(a1);
  const ha2 = h(a2);
  const data = qop === undefined ? `${nonce}:${ha2}` : `${nonce}:${nc}:${cnonce}:${qop}:${ha2}`;
  return { a1, ha1, a2, ha2, data, response: h(`${ha1}:${data}`) };
};
