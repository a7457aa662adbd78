import { utf8OfBytes } from '../../exchange/bytes.ts';
import type { XrayPart } from '../../exchange/exchange.ts';
import { maskSecret } from '../../exchange/redact.ts';

/** Stands where a secret stood, the same whatever its length. */
export const dots = maskSecret('', false);

export const input = (label: string, text: string): XrayPart => ({ kind: 'input', label, text });

/** A secret that went in: that it was there, and no more. */
export const secretInput = (label: string): XrayPart => ({ kind: 'input', label, text: dots, masked: true });

/** A byte string, read as UTF-8, with each of the secrets in it replaced by dots. */
export const maskedPart = (
  kind: XrayPart['kind'],
  label: string,
  text: string,
  secrets: readonly string[],
): XrayPart => {
  const open = secrets.filter((secret) => secret !== '' && text.includes(secret));
  const masked = open.reduce((masking, secret) => masking.replaceAll(secret, dots), text);
  return { kind, label, text: utf8OfBytes(masked), ...(open.length === 0 ? {} : { masked: true as const }) };
};

/** A signature can be replayed while it is good: its beginning is enough to compare it. */
export const shortened = (label: string, signature: string): XrayPart => ({
  kind: 'result',
  label,
  text: `${signature.slice(0, 8)}${dots}`,
  masked: true,
});
