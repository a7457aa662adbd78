import { byteStringOfBase64, byteStringToBytes, bytesToByteString } from '../../exchange/bytes.ts';
import { textOfUtf16, uint16At, uint32At } from './bytes.ts';
import { ntlmFlags } from './flags.ts';

/** Ids of the pairs in the target information (MS-NLMP §2.2.2.1). */
export const avIds = {
  end: 0,
  computer: 1,
  domain: 2,
  dnsComputer: 3,
  dnsDomain: 4,
  flags: 6,
  timestamp: 7,
} as const;

export interface AvPair {
  readonly id: number;
  readonly value: Uint8Array;
}

/** The server's message, CHALLENGE_MESSAGE (MS-NLMP §2.2.1.2). */
export interface NtlmChallenge {
  readonly flags: number;
  /** Eight bytes. */
  readonly serverChallenge: Uint8Array;
  /** Name of the domain, or of a server without one. */
  readonly targetName: string;
  /** Without the pair that ends them. */
  readonly targetInfo: readonly AvPair[];
  /** The message as it came: the integrity code covers it. */
  readonly bytes: Uint8Array;
}

export type ParsedNtlmChallenge =
  | { readonly ok: true; readonly challenge: NtlmChallenge }
  /** What is wrong with it, as the end of a sentence. */
  | { readonly ok: false; readonly problem: string };

/** Far more than any server sends. */
const largest = 32_768;

/** Reads the Base64 behind the word NTLM. Never throws; reads nothing beyond the message. */
export const parseNtlmChallenge = (base64: string): ParsedNtlmChallenge => {
  const no = (problem: string): ParsedNtlmChallenge => ({ ok: false, problem });
  if (base64.length > largest) return no('it is too long');
  const octets = byteStringOfBase64(base64);
  if (octets === undefined) return no('it is not Base64');
  const bytes = byteStringToBytes(octets);
  if (!octets.startsWith('NTLMSSP\0')) return no('it does not begin with NTLMSSP');
  if (bytes.length < 32) return no('it is cut short');
  const type = uint32At(bytes, 8);
  if (type !== 2) return no(`it is a message of type ${type}, not 2`);
  const flags = uint32At(bytes, 20);
  const target = pieceAt(bytes, 12);
  // Old servers end their message before the target information.
  const info = bytes.length < 48 ? new Uint8Array() : pieceAt(bytes, 40);
  const targetInfo = info && avPairs(info);
  if (target === undefined || targetInfo === undefined) return no('a length in it leads beyond its end');
  return {
    ok: true,
    challenge: {
      flags,
      serverChallenge: bytes.slice(24, 32),
      targetName: (flags & ntlmFlags.unicode) === 0 ? bytesToByteString(target) : textOfUtf16(target),
      targetInfo,
      bytes,
    },
  };
};

/** A length, its double and an offset describe a piece of the message. */
const pieceAt = (bytes: Uint8Array, at: number): Uint8Array | undefined => {
  const length = uint16At(bytes, at);
  const offset = uint32At(bytes, at + 4);
  if (length === 0) return new Uint8Array();
  return offset + length > bytes.length ? undefined : bytes.slice(offset, offset + length);
};

/** `undefined` where a length leads beyond the end; that the pair which ends them is missing is tolerated. */
const avPairs = (info: Uint8Array): readonly AvPair[] | undefined => {
  const pairs: AvPair[] = [];
  for (let at = 0; at + 4 <= info.length;) {
    const id = uint16At(info, at);
    const end = at + 4 + uint16At(info, at + 2);
    if (id === avIds.end) return pairs;
    if (end > info.length) return undefined;
    pairs.push({ id, value: info.slice(at + 4, end) });
    at = end;
  }
  return pairs;
};
