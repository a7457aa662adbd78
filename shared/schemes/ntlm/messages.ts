import { base64OfBytes, latin1ByteString, byteStringToBytes } from '../../exchange/bytes.ts';
import { concat, uint16, uint32, utf16 } from './bytes.ts';
import type { NtlmChallenge } from './challenge.ts';
import { agreedFlags, ntlmFlags, offeredFlags } from './flags.ts';
import { integrityCode, ntlmResponses, type NtlmLogin, type NtlmResponses } from './response.ts';

const signature = byteStringToBytes('NTLMSSP\0');

/** NEGOTIATE_MESSAGE (MS-NLMP §2.2.1.1), the first one: the same for everybody, it names nobody. */
export const ntlmNegotiate: Uint8Array = concat(
  signature,
  uint32(1),
  uint32(offeredFlags),
  new Uint8Array(16),
);

/** A field value: of Authorization, or of Proxy-Authorization. */
export const ntlmFieldValue = (message: Uint8Array): string => `NTLM ${base64OfBytes(message)}`;

export interface NtlmAnswer {
  readonly message: Uint8Array;
  readonly responses: NtlmResponses;
}

/** Signature, type, six pieces, flags, an unused version, and room for the integrity code. */
const headLength = 88;
const micAt = 72;

/**
 * AUTHENTICATE_MESSAGE (MS-NLMP §2.2.1.3) for a challenge, for a server or a proxy: NTLMv2 with an integrity code where
 * the server named its time. Pure: clock and chance are handed in.
 */
export const ntlmAuthenticate = (
  challenge: NtlmChallenge,
  login: NtlmLogin,
  workstation: string,
  { nowMs, randomBytes }: { nowMs(): number; randomBytes(count: number): Uint8Array },
): NtlmAnswer => {
  const responses = ntlmResponses(login, challenge, randomBytes(8), nowMs());
  const encode = (challenge.flags & ntlmFlags.unicode) === 0 ? oem : utf16;
  const payload = [
    responses.lmResponse,
    responses.ntResponse,
    encode(login.domain),
    encode(login.user),
    encode(workstation),
    new Uint8Array(),
  ];
  let at = headLength;
  const pieces = payload.map((piece) => {
    const place = concat(uint16(piece.length), uint16(piece.length), uint32(at));
    at += piece.length;
    return place;
  });
  const message = concat(
    signature,
    uint32(3),
    ...pieces,
    uint32(agreedFlags(challenge.flags)),
    new Uint8Array(headLength - 64),
    ...payload,
  );
  if (responses.withMic) {
    message.set(integrityCode(responses, ntlmNegotiate, challenge.bytes, message), micAt);
  }
  return { message, responses };
};

/** The client's own code page is not known: ISO-8859-1, and a question mark for what it lacks. */
const oem = (text: string): Uint8Array =>
  byteStringToBytes(Array.from(text, (char) => latin1ByteString(char) ?? '?').join(''));
