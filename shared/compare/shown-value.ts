import { utf8Bytes, utf8OfBytes } from '../exchange/bytes.ts';
import { maskField, maskText, secretSpans } from '../exchange/redact.ts';
import { hidesField } from '../exchange/secret-names.ts';
import { hash } from '../schemes/parts/hashes.ts';
import { hex } from '../schemes/parts/hex.ts';

/** One side of a difference as it may be seen: secrets are masked. */
export interface ShownValue {
  readonly text: string;
  /** Tells two secrets apart that look alike when masked; absent where it would help to guess one. */
  readonly fingerprint?: string;
}

/** What people think up is guessed by trying: of such secrets nothing is told. */
const LEAST = 20;

const fingerprintOf = (secret: string): string | undefined =>
  secret.length < LEAST ? undefined : hex(hash('sha-256', utf8Bytes(secret))).slice(0, 4);

const LONGEST = 160;

const shortened = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

export const shownField = (name: string, value: string): ShownValue => {
  const spans = secretSpans({ name, value });
  const masked = shortened(utf8OfBytes(maskField({ name, value })));
  const [first] = spans;
  const secret = first === undefined ? '' : value.slice(first.start, first.end);
  const fingerprint = /^\s*basic\s/i.test(value) || isGuessable(name) ? undefined : fingerprintOf(secret);
  return fingerprint === undefined ? { text: masked } : { text: masked, fingerprint };
};

/** A password in a field or form. */
const isGuessable = (name: string): boolean => /pass|pwd|pin|otp/i.test(name);

export const shownSecret = (name: string, value: string): ShownValue => {
  const fingerprint = isGuessable(name) ? undefined : fingerprintOf(value);
  return { text: '••••••••', ...(fingerprint === undefined ? {} : { fingerprint }) };
};

/** A value under a name: masked where either says that it is secret. */
export const shownNamed = (name: string, value: string): ShownValue =>
  hidesField(name, value) || maskText(`{"${name}":${JSON.stringify(value)}}`).includes('••••')
    ? shownSecret(name, value)
    : { text: shortened(maskText(value)) };
