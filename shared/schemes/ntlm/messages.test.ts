import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { base64OfBytes, byteStringToBytes } from '../../exchange/bytes.ts';
import { hmacOf } from '../parts/hashes.ts';
import { concat, fileTime, textOfUtf16, uint16, uint16At, uint32, uint32At, utf16 } from './bytes.ts';
import { avIds, parseNtlmChallenge, type AvPair, type NtlmChallenge } from './challenge.ts';
import { ntlmAuthenticate, ntlmFieldValue, ntlmNegotiate } from './messages.ts';
import { ntlmResponses, ntowfv2, type NtlmLogin } from './response.ts';

const hex = (text: string): Uint8Array => hexToBytes(text.replace(/\s/g, ''));

const read = (message: Uint8Array): NtlmChallenge => {
  const parsed = parseNtlmChallenge(base64OfBytes(message));
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.challenge;
};

/** A piece that the message points at, from the place of its length. */
const piece = (message: Uint8Array, at: number): Uint8Array =>
  message.slice(uint32At(message, at + 4), uint32At(message, at + 4) + uint16At(message, at));

const world = (nowMs: number) => ({
  nowMs: () => nowMs,
  randomBytes: (count: number) => new Uint8Array(count).fill(0xaa),
});

describe('MS-NLMP §4.2.4, NTLMv2', () => {
  const login: NtlmLogin = { user: 'User', domain: 'Domain', password: 'Password' };
  const timeZero = -11_644_473_600_000;
  const challenge = read(
    hex(`4e 54 4c 4d 53 53 50 00 02 00 00 00 0c 00 0c 00
         38 00 00 00 33 82 8a e2 01 23 45 67 89 ab cd ef
         00 00 00 00 00 00 00 00 24 00 24 00 44 00 00 00
         06 00 70 17 00 00 00 0f 53 00 65 00 72 00 76 00
         65 00 72 00 02 00 0c 00 44 00 6f 00 6d 00 61 00
         69 00 6e 00 01 00 0c 00 53 00 65 00 72 00 76 00
         65 00 72 00 00 00 00 00`),
  );
  const responses = ntlmResponses(login, challenge, new Uint8Array(8).fill(0xaa), timeZero);

  test('the challenge is read (§4.2.4.3)', () => {
    expect(challenge.flags.toString(16)).toBe('e28a8233');
    expect(challenge.targetName).toBe('Server');
    expect(challenge.targetInfo.map(({ id, value }) => [id, textOfUtf16(value)])).toEqual([
      [avIds.domain, 'Domain'],
      [avIds.computer, 'Server'],
    ]);
  });

  test.each([
    ['NTOWFv2 (§4.2.4.1.1)', responses.key, '0c868a403bfd7a93a3001ef22ef02e3f'],
    ['session base key (§4.2.4.1.2)', responses.sessionBaseKey, '8de40ccadbc14a82f15cb0ad0de95ca3'],
    [
      'temp (§4.2.4.1.3)',
      responses.blob,
      '01010000000000000000000000000000aaaaaaaaaaaaaaaa0000000002000c0044006f006d00610069006e0001000c005300650072007600650072000000000000000000',
    ],
    ['LMv2 response (§4.2.4.2.1)', responses.lmResponse, '86c35097ac9cec102554764a57cccc19aaaaaaaaaaaaaaaa'],
    ['NTProofStr (§4.2.4.2.2)', responses.proof, '68cd0ab851e51c96aabc927bebef6a1c'],
  ])('%s', (_, bytes, expected) => expect(bytesToHex(bytes)).toBe(expected));

  test('the last message holds them, each where it says (§4.2.4.3)', () => {
    const { message } = ntlmAuthenticate(challenge, login, 'COMPUTER', world(timeZero));
    expect([12, 20].map((at) => bytesToHex(piece(message, at)))).toEqual(
      [responses.lmResponse, responses.ntResponse].map(bytesToHex),
    );
    expect([28, 36, 44].map((at) => textOfUtf16(piece(message, at)))).toEqual(['Domain', 'User', 'COMPUTER']);
    expect(piece(message, 52)).toHaveLength(0);
    expect(bytesToHex(message.slice(64, 88))).toBe('00'.repeat(24));
  });
});

const avPair = ({ id, value }: AvPair): Uint8Array => concat(uint16(id), uint16(value.length), value);

const challengeMessage = (flags: number, target: Uint8Array, info: Uint8Array): Uint8Array =>
  concat(
    byteStringToBytes('NTLMSSP\0'),
    uint32(2),
    concat(uint16(target.length), uint16(target.length), uint32(48)),
    uint32(flags),
    new Uint8Array(8).fill(7),
    new Uint8Array(8),
    concat(uint16(info.length), uint16(info.length), uint32(48 + target.length)),
    target,
    info,
  );

describe('what is sent', () => {
  test('the first message names nobody', () => {
    expect(ntlmFieldValue(ntlmNegotiate)).toBe('NTLM TlRMTVNTUAABAAAAB4IIAAAAAAAAAAAAAAAAAAAAAAA=');
  });

  test('an integrity code where the server names its time (§3.1.5.1.2)', () => {
    const time = { id: avIds.timestamp, value: fileTime(1_700_000_000_000) };
    const challenge = read(challengeMessage(0x00888207, utf16('ZOO'), concat(avPair(time), uint32(0))));
    const login = { user: 'alice', domain: 'ZOO', password: 'wonderland' };
    const { message, responses } = ntlmAuthenticate(challenge, login, '', world(0));
    expect(bytesToHex(responses.lmResponse)).toBe('00'.repeat(24));
    expect(bytesToHex(responses.blob.slice(8, 16))).toBe(bytesToHex(time.value));
    expect(bytesToHex(responses.blob)).toContain('0600040002000000');
    const bare = message.slice();
    bare.fill(0, 72, 88);
    const mic = hmacOf('md5', responses.sessionBaseKey, concat(ntlmNegotiate, challenge.bytes, bare));
    expect(bytesToHex(message.slice(72, 88))).toBe(bytesToHex(mic));
  });

  test('flags that the server set stay beside ours', () => {
    const flags = { id: avIds.flags, value: uint32(1) };
    const time = { id: avIds.timestamp, value: fileTime(0) };
    const { targetInfo, serverChallenge } = read(
      challengeMessage(0x00888207, new Uint8Array(), concat(avPair(flags), avPair(time), uint32(0))),
    );
    const { blob } = ntlmResponses(
      { user: 'a', domain: '', password: '' },
      { targetInfo, serverChallenge },
      new Uint8Array(8),
      0,
    );
    expect(bytesToHex(blob)).toContain('0600040003000000');
  });

  test.each([
    ['both offered: Unicode', 0x00088207, 'a\0', 0x00088205],
    ['OEM alone', 0x00000202, 'a', 0x00000202],
  ])('%s', (_, flags, user, agreed) => {
    const challenge = read(challengeMessage(flags, new Uint8Array(), new Uint8Array()));
    const { message } = ntlmAuthenticate(challenge, { user: 'a', domain: '', password: '' }, '', world(0));
    expect(String.fromCharCode(...piece(message, 36))).toBe(user);
    expect(uint32At(message, 60)).toBe(agreed);
  });

  test.each([
    ['user names without case', { user: 'ALICE', domain: 'ZOO', password: 'x' }, true],
    ['domains with their case', { user: 'alice', domain: 'zoo', password: 'x' }, false],
    ['passwords with their case', { user: 'alice', domain: 'ZOO', password: 'X' }, false],
  ])('%s', (_, login, same) => {
    const alice = ntowfv2({ user: 'alice', domain: 'ZOO', password: 'x' });
    expect(bytesToHex(ntowfv2(login)) === bytesToHex(alice)).toBe(same);
  });
});

describe('reading a challenge', () => {
  const good = challengeMessage(0x00888207, utf16('ZOO'), uint32(0));
  const changed = (at: number, ...bytes: readonly number[]): Uint8Array => {
    const copy = good.slice();
    copy.set(bytes, at);
    return copy;
  };

  test.each<[string, string, RegExp]>([
    ['nothing', '', /NTLMSSP/],
    ['no Base64', '%%%', /not Base64/],
    ['something else', btoa('Hello, this is no NTLM message at all.'), /NTLMSSP/],
    ['the first message', base64OfBytes(ntlmNegotiate), /type 1, not 2/],
    ['the beginning only', base64OfBytes(good.slice(0, 31)), /cut short/],
    ['a name beyond the end', base64OfBytes(changed(16, 0xff, 0xff)), /beyond its end/],
    ['target information beyond the end', base64OfBytes(changed(40, 0xff)), /beyond its end/],
    ['an offset as large as can be', base64OfBytes(changed(16, 0xff, 0xff, 0xff, 0xff)), /beyond its end/],
    ['a pair beyond the end', base64OfBytes(changed(54, 1, 0, 9)), /beyond its end/],
    ['far too much', 'A'.repeat(40_000), /too long/],
  ])('%s is refused', (_, text, problem) => {
    const parsed = parseNtlmChallenge(text);
    expect(parsed.ok ? '' : parsed.problem).toMatch(problem);
  });

  test('an old server ends its message early', () => {
    const old = good.slice(0, 40);
    old.fill(0, 12, 20);
    expect(read(old)).toMatchObject({ targetName: '', targetInfo: [] });
  });

  test('never throws', () => {
    const head = concat(byteStringToBytes('NTLMSSP\0'), uint32(2));
    fc.assert(fc.property(fc.string(), (text) => void parseNtlmChallenge(text)));
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (rest) => {
        const parsed = parseNtlmChallenge(base64OfBytes(concat(head, rest)));
        if (parsed.ok)
          ntlmAuthenticate(parsed.challenge, { user: 'u', domain: 'd', password: 'p' }, 'w', world(0));
        return true;
      }),
    );
  });

  test('what was written is read back', () => {
    const pair = fc.record({
      id: fc.integer({ min: 1, max: 0xffff }),
      value: fc.uint8Array({ maxLength: 20 }),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 20 }), fc.array(pair, { maxLength: 6 }), (name, pairs) => {
        const info = concat(...pairs.map(avPair), uint32(0));
        const { targetName, targetInfo } = read(challengeMessage(1, utf16(name), info));
        expect(targetName).toBe(name);
        expect(targetInfo.map(({ id, value }) => [id, [...value]])).toEqual(
          pairs.map(({ id, value }) => [id, [...value]]),
        );
      }),
    );
  });
});
