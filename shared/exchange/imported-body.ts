import { base64OfBytes, byteStringOfBase64, byteStringToBytes, utf8Bytes } from './bytes.ts';
import type { Body } from './exchange.ts';

/** The most of one body that an imported exchange keeps, in bytes or characters. */
export const BODY_LIMIT = 1_048_576;

/** `size` is what the source claims of the whole, where it does. */
export const textBody = (text: string, size?: number): Body => {
  if (text === '') return { kind: 'none' };
  const kept = text.slice(0, BODY_LIMIT);
  return { kind: 'text', text: kept, size: size !== undefined && size > 0 ? size : utf8Bytes(text).length };
};

/** Bytes that are UTF-8 without control characters are text for a person. */
const bytesBody = (bytes: Uint8Array, size = bytes.length): Body => {
  if (bytes.length === 0) return { kind: 'none' };
  const kept = bytes.subarray(0, BODY_LIMIT);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(kept);
    // oxlint-disable-next-line no-control-regex -- control characters are what is asked for
    if (!/[\u0000-\u0008\u000e-\u001a\u007f]/.test(text)) return { kind: 'text', text, size };
  } catch {
    // Not UTF-8: kept as bytes.
  }
  return { kind: 'bytes', base64: base64OfBytes(kept), size };
};

/** `undefined` where the text is not Base64. White space within it is ignored. */
export const base64Body = (text: string, size?: number): Body | undefined => {
  const byteString = byteStringOfBase64(text.replace(/\s+/g, ''));
  return byteString === undefined ? undefined : bytesBody(byteStringToBytes(byteString), size);
};
