import md4 from 'js-md4';
import { hmacOf } from '../parts/hashes.ts';
import { concat, fileTime, uint16, uint32, utf16 } from './bytes.ts';
import { avIds, type AvPair, type NtlmChallenge } from './challenge.ts';

export interface NtlmLogin {
  /** As it is looked up: the name, or the whole of name@domain. */
  readonly user: string;
  readonly domain: string;
  readonly password: string;
}

/** The responses of NTLMv2 (MS-NLMP §3.3.2). `key` is as good as the password. */
export interface NtlmResponses {
  /** NTOWFv2. */
  readonly key: Uint8Array;
  /** What the proof is made of beside the server's challenge; `temp` in MS-NLMP. */
  readonly blob: Uint8Array;
  /** NTProofStr, sixteen bytes. */
  readonly proof: Uint8Array;
  readonly ntResponse: Uint8Array;
  readonly lmResponse: Uint8Array;
  readonly sessionBaseKey: Uint8Array;
  /** The server names its time, hence the last message must carry an integrity code. */
  readonly withMic: boolean;
}

const hmacMd5 = (key: Uint8Array, ...data: readonly Uint8Array[]): Uint8Array =>
  hmacOf('md5', key, concat(...data));

/** Character by character, as Windows does: a sharp s stays one. */
const upperCase = (text: string): string =>
  Array.from(text, (char) => (char.toUpperCase().length === char.length ? char.toUpperCase() : char)).join(
    '',
  );

/** MS-NLMP §3.3.2: HMAC-MD5 under the MD4 of the password. */
export const ntowfv2 = ({ user, domain, password }: NtlmLogin): Uint8Array =>
  hmacMd5(new Uint8Array(md4.array(utf16(password))), utf16(upperCase(user) + domain));

/** @param clientChallenge eight random bytes */
export const ntlmResponses = (
  login: NtlmLogin,
  { serverChallenge, targetInfo }: Pick<NtlmChallenge, 'serverChallenge' | 'targetInfo'>,
  clientChallenge: Uint8Array,
  nowMs: number,
): NtlmResponses => {
  const key = ntowfv2(login);
  const timestamp = targetInfo.find(({ id }) => id === avIds.timestamp)?.value;
  const withMic = timestamp !== undefined;
  const blob = concat(
    new Uint8Array([1, 1, 0, 0, 0, 0, 0, 0]),
    timestamp ?? fileTime(nowMs),
    clientChallenge,
    uint32(0),
    avBytes(withMic ? withMicFlag(targetInfo) : targetInfo),
    uint32(0),
  );
  const proof = hmacMd5(key, serverChallenge, blob);
  return {
    key,
    blob,
    proof,
    ntResponse: concat(proof, blob),
    // A server that names its time must not be sent the older response (§3.1.5.1.2).
    lmResponse: withMic
      ? new Uint8Array(24)
      : concat(hmacMd5(key, serverChallenge, clientChallenge), clientChallenge),
    sessionBaseKey: hmacMd5(key, proof),
    withMic,
  };
};

/** HMAC-MD5 over the three messages (§3.1.5.1.2); no key is exchanged, so the base key is the session's. */
export const integrityCode = (
  { sessionBaseKey }: NtlmResponses,
  ...messages: readonly Uint8Array[]
): Uint8Array => hmacMd5(sessionBaseKey, ...messages);

const integrityCodeGiven = 2;

const withMicFlag = (pairs: readonly AvPair[]): readonly AvPair[] => {
  const flags = pairs.find(({ id }) => id === avIds.flags)?.value ?? uint32(0);
  const value = flags.map((byte, at) => (at === 0 ? byte | integrityCodeGiven : byte));
  return [...pairs.filter(({ id }) => id !== avIds.flags), { id: avIds.flags, value }];
};

const avBytes = (pairs: readonly AvPair[]): Uint8Array =>
  concat(
    ...pairs.flatMap(({ id, value }) => [uint16(id), uint16(value.length), value]),
    uint16(avIds.end),
    uint16(0),
  );
