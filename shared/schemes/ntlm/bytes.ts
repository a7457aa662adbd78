/** Little-endian numbers and UTF-16LE texts, as NTLM messages hold them (MS-NLMP §2.2). */

export const concat = (...pieces: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
};

const viewOf = (bytes: Uint8Array): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

export const uint16 = (value: number): Uint8Array => {
  const bytes = new Uint8Array(2);
  viewOf(bytes).setUint16(0, value, true);
  return bytes;
};

export const uint32 = (value: number): Uint8Array => {
  const bytes = new Uint8Array(4);
  viewOf(bytes).setUint32(0, value, true);
  return bytes;
};

/** The caller has checked that the bytes are there. */
export const uint16At = (bytes: Uint8Array, at: number): number => viewOf(bytes).getUint16(at, true);
export const uint32At = (bytes: Uint8Array, at: number): number => viewOf(bytes).getUint32(at, true);

export const utf16 = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at += 1) viewOf(bytes).setUint16(at * 2, text.charCodeAt(at), true);
  return bytes;
};

/** An odd byte at the end is left out. */
export const textOfUtf16 = (bytes: Uint8Array): string => {
  let text = '';
  for (let at = 0; at + 1 < bytes.length; at += 2) text += String.fromCharCode(uint16At(bytes, at));
  return text;
};

const epochOffsetMs = 11_644_473_600_000n;

/** FILETIME: tenths of a microsecond since 1601, from epoch milliseconds. */
export const fileTime = (epochMs: number): Uint8Array => {
  const bytes = new Uint8Array(8);
  viewOf(bytes).setBigUint64(0, (BigInt(Math.trunc(epochMs)) + epochOffsetMs) * 10_000n, true);
  return bytes;
};
