import { sha256 } from '@noble/hashes/sha2.js';

/** Checksums that S3 takes in a trailer, as its field names end: `x-amz-checksum-crc32c`. */
export const checksumNames = ['crc32', 'crc32c', 'sha256'] as const;
export type ChecksumName = (typeof checksumNames)[number];

/** A checksum that grows with the bytes. */
export interface Checksum {
  update(bytes: Uint8Array): unknown;
  digest(): Uint8Array;
}

/** Polynomials with their bits reversed: of IEEE 802.3, and Castagnoli's (RFC 3720 §12.1). */
const polynomials = { crc32: 0xedb88320, crc32c: 0x82f63b78 } as const;

const tableOf = (polynomial: number): Uint32Array =>
  Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = (value >>> 1) ^ (value & 1 ? polynomial : 0);
    return value;
  });

const crc = (polynomial: number): Checksum => {
  const table = tableOf(polynomial);
  let value = 0xffffffff;
  return {
    update(bytes) {
      for (const byte of bytes) value = (value >>> 8) ^ (table[(value ^ byte) & 0xff] ?? 0);
    },
    digest() {
      const bytes = new Uint8Array(4);
      new DataView(bytes.buffer).setUint32(0, value ^ 0xffffffff);
      return bytes;
    },
  };
};

export const checksumOf = (name: ChecksumName): Checksum =>
  name === 'sha256' ? sha256.create() : crc(polynomials[name]);
