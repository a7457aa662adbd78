/**
 * Byte strings and encodings, host-free. A byte string holds one byte per code unit (0–255).
 */

export const bytesToByteString = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return text;
};

export const byteStringToBytes = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at) & 0xff;
  return bytes;
};

export const utf8Bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The UTF-8 encoding of a text, as a byte string: what goes into a field value. */
export const utf8ByteString = (text: string): string => bytesToByteString(utf8Bytes(text));

/** Latin-1 encoding, or `undefined` where a character is above U+00FF. */
export const latin1ByteString = (text: string): string | undefined =>
  /^[\u0000-\u00ff]*$/u.test(text) ? text : undefined;

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a byte string as UTF-8 for a person; stays as it is where the bytes are not UTF-8. */
export const utf8OfBytes = (byteString: string): string => {
  if (!/[\u0080-\u00ff]/.test(byteString)) return byteString;
  try {
    return strictUtf8.decode(byteStringToBytes(byteString));
  } catch {
    return byteString;
  }
};

export const base64OfBytes = (bytes: Uint8Array): string => btoa(bytesToByteString(bytes));

/** Base64url without padding (RFC 7515 §2). */
export const base64UrlOfBytes = (bytes: Uint8Array): string =>
  base64OfBytes(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');

export const base64OfByteString = (byteString: string): string => btoa(byteString);

/** Standard or URL-safe alphabet, padding optional; `undefined` for anything else. */
export const byteStringOfBase64 = (text: string): string | undefined => {
  const standard = text.replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  if (!/^[A-Za-z0-9+/]*$/.test(standard) || standard.length % 4 === 1) return undefined;
  return atob(standard + '='.repeat((4 - (standard.length % 4)) % 4));
};
