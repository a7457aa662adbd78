/** Sixteen bytes of a body as a hex dump writes them. */
export interface HexRow {
  /** Offset of the first byte, eight hex digits. */
  readonly offset: string;
  /** Two groups of eight. */
  readonly hex: string;
  readonly text: string;
}

export const bytesPerRow = 16;

const hexOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte, at) => `${at === 8 ? ' ' : ''}${byte.toString(16).padStart(2, '0')}`).join(' ');

const textOf = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : '.')).join('');

/** Rows of a hex dump. `from` is the offset of the first byte within the body. */
export const hexRows = (bytes: Uint8Array, from = 0): readonly HexRow[] =>
  Array.from({ length: Math.ceil(bytes.length / bytesPerRow) }, (_, row) => {
    const piece = bytes.subarray(row * bytesPerRow, (row + 1) * bytesPerRow);
    return {
      offset: (from + row * bytesPerRow).toString(16).padStart(8, '0'),
      hex: hexOf(piece).padEnd(bytesPerRow * 3),
      text: textOf(piece),
    };
  });
