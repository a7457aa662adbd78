import { base64OfBytes, base64UrlOfBytes, utf8Bytes } from '../exchange/bytes.ts';
import type { Attempt } from '../exchange/exchange.ts';
import { hash } from '../schemes/parts/hashes.ts';
import { hex } from '../schemes/parts/hex.ts';
import { secretsOf, type Secret } from '../exchange/secrets.ts';

/** What stands in a report where a secret stood. */
export interface Pseudonym {
  /** "token A". */
  readonly name: string;
  /** First hexadecimal digits of its SHA-256; absent where they would help to guess it. */
  readonly fingerprint?: string;
  /** Exchanges in which it stood, counted from 1. */
  readonly exchanges: readonly number[];
}

export interface Pseudonyms {
  readonly list: readonly Pseudonym[];
  /** "‹token A›" for a secret of the attempt. */
  markOf(secret: string): string;
  /** The text with every secret of the attempt replaced, also where it is written in another way. */
  scrub(text: string): string;
}

/** Shorter texts are replaced only where they are known to be secret: elsewhere they may be ordinary words. */
const LEAST = 6;
/** What people think up is guessed by trying: of such secrets nothing is told, not even sixteen bits. */
const guessable = ({ kind, text }: Secret): boolean => kind === 'password' || text.length < 20;

const letter = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : `${letter(Math.floor(index / 26) - 1)}${letter(index % 26)}`;

const percentEncoded = (text: string): string =>
  [...utf8Bytes(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

/** The ways in which a secret could stand in a text: as it is, Base64, percent-encoded, hexadecimal. */
const spellings = (text: string): readonly string[] => {
  const bytes = utf8Bytes(text);
  const encoded = encodeURIComponent(text.toWellFormed());
  const digits = hex(bytes);
  const base64 = base64OfBytes(bytes);
  return [
    text,
    base64,
    base64.replace(/=+$/, ''),
    base64UrlOfBytes(bytes),
    encoded,
    encoded.replace(/%[0-9A-F]{2}/g, (triplet) => triplet.toLowerCase()),
    percentEncoded(text),
    percentEncoded(text).toUpperCase(),
    digits,
    digits.toUpperCase(),
    JSON.stringify(text).slice(1, -1),
  ];
};

/** Names for the secrets of an attempt: the same secret has the same name wherever it stands. */
export const pseudonymsOf = (attempt: Attempt): Pseudonyms => {
  const counts = new Map<string, number>();
  const secrets = secretsOf(attempt).map((secret) => {
    const count = counts.get(secret.kind) ?? 0;
    counts.set(secret.kind, count + 1);
    return { secret, name: `${secret.kind} ${letter(count)}` };
  });
  const names = new Map(secrets.map(({ secret, name }) => [secret.text, `‹${name}›`]));
  const replacements = secrets
    .filter(({ secret }) => secret.text.length >= LEAST)
    .flatMap(({ secret, name }) => spellings(secret.text).map((text) => [text, `‹${name}›`] as const))
    .toSorted(([a], [b]) => b.length - a.length);
  return {
    list: secrets.map(({ secret, name }) => ({
      name,
      exchanges: secret.exchanges.map((index) => index + 1),
      ...(guessable(secret) ? {} : { fingerprint: hex(hash('sha-256', utf8Bytes(secret.text))).slice(0, 4) }),
    })),
    markOf: (secret) => names.get(secret) ?? '‹secret›',
    scrub: (text) => replacements.reduce((left, [from, to]) => left.replaceAll(from, to), text),
  };
};
