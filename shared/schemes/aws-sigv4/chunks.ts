import { base64OfByteString, byteStringToBytes, bytesToByteString, utf8Bytes } from '../../exchange/bytes.ts';
import type { XrayPart } from '../../exchange/exchange.ts';
import { hash, hmacOf } from '../parts/hashes.ts';
import { hex } from '../parts/hex.ts';
import { dots, input, shortened } from '../parts/xray-parts.ts';
import type { BodyCoder, BodyCoding } from '../scheme.ts';
import { sigV4Algorithm } from './canonical.ts';
import { checksumOf, type Checksum, type ChecksumName } from './checksums.ts';

/** Bytes of the body in one chunk; S3 takes no fewer than 8 KiB but in the last one. */
const chunkBytes = 64 * 1024;

/** What each chunk is signed with: the key, and the request's own signature as the first link of the chain. */
export interface ChunkSeed {
  readonly key: Uint8Array;
  readonly date: string;
  readonly scope: string;
  readonly signature: string;
}

export interface ChunkedBody {
  /** Absent for chunks that are not signed. */
  readonly seed?: ChunkSeed | undefined;
  /** The checksum behind the last chunk. */
  readonly checksum?: ChecksumName | undefined;
}

export const checksumField = (name: ChecksumName): string => `x-amz-checksum-${name}`;

const hexSignature = 64;

/** Bytes of the body once it is in chunks, for one of `size` bytes. */
export const codedSize = (
  size: number,
  { signed, checksum }: { readonly signed: boolean; readonly checksum?: ChecksumName | undefined },
): number => {
  const extension = signed ? ';chunk-signature='.length + hexSignature : 0;
  const chunk = (bytes: number): number =>
    bytes.toString(16).length + extension + 2 + bytes + (bytes > 0 ? 2 : 0);
  const rest = size % chunkBytes;
  const full = (size - rest) / chunkBytes;
  const trailers =
    checksum === undefined
      ? 0
      : `${checksumField(checksum)}:\r\n`.length +
        Math.ceil(checksumOf(checksum).digest().length / 3) * 4 +
        (signed ? 'x-amz-trailer-signature:\r\n'.length + hexSignature : 0);
  return full * chunk(chunkBytes) + (rest === 0 ? 0 : chunk(rest)) + chunk(0) + trailers + 2;
};

/**
 * `aws-chunked`: the body in chunks of 64 KiB, each with a signature that rests on the one before it, and a checksum
 * behind the last one ("Transferring Payload in Multiple Chunks" and "Including Trailing Headers" of Amazon S3).
 */
export const awsChunked = (body: ChunkedBody): BodyCoding => {
  let parts: readonly XrayPart[] = [];
  return {
    begin() {
      const own: XrayPart[] = [];
      parts = own;
      return new ChunkCoder(body, own);
    },
    xray: () => parts,
  };
};

/** Chunks of a large body that are explained: they are all made alike. */
const explained = 3;

class ChunkCoder implements BodyCoder {
  readonly #seed: ChunkSeed | undefined;
  readonly #checksum: { readonly name: ChecksumName; readonly sum: Checksum } | undefined;
  readonly #xray: XrayPart[];
  #pending: Uint8Array = new Uint8Array();
  #signature: string;
  #count = 0;

  constructor({ seed, checksum }: ChunkedBody, xray: XrayPart[]) {
    this.#seed = seed;
    this.#checksum = checksum && { name: checksum, sum: checksumOf(checksum) };
    this.#xray = xray;
    this.#signature = seed?.signature ?? '';
  }

  take(bytes: Uint8Array): Uint8Array {
    this.#checksum?.sum.update(bytes);
    this.#pending = joined([this.#pending, bytes]);
    const chunks: Uint8Array[] = [];
    let at = 0;
    for (; this.#pending.length - at >= chunkBytes; at += chunkBytes) {
      chunks.push(this.#dataChunk(this.#pending.subarray(at, at + chunkBytes)));
    }
    this.#pending = this.#pending.slice(at);
    return joined(chunks);
  }

  end(): Uint8Array {
    const last = this.#pending.length === 0 ? [] : [this.#dataChunk(this.#pending)];
    const more = this.#count - explained;
    if (more > 0 && this.#seed !== undefined) {
      this.#xray.push(input('chunks between', `${more} more, each signed like these`));
    }
    const end = this.#chunkHead(new Uint8Array(), 'last chunk');
    return joined([...last, end, this.#trailers(), lineEnd]);
  }

  #dataChunk(data: Uint8Array): Uint8Array {
    this.#count += 1;
    const label = this.#count <= explained ? `chunk ${this.#count}` : undefined;
    return joined([this.#chunkHead(data, label), data, lineEnd]);
  }

  #chunkHead(data: Uint8Array, label: string | undefined): Uint8Array {
    const size = data.length.toString(16);
    if (this.#seed === undefined) return utf8Bytes(`${size}\r\n`);
    const hashes = [hex(hash('sha-256', new Uint8Array())), hex(hash('sha-256', data))];
    const signature = this.#sign(this.#seed, 'PAYLOAD', hashes, label);
    return utf8Bytes(`${size};chunk-signature=${signature}\r\n`);
  }

  #trailers(): Uint8Array {
    if (this.#checksum === undefined) return new Uint8Array();
    const { name, sum } = this.#checksum;
    const line = `${checksumField(name)}:${base64OfByteString(bytesToByteString(sum.digest()))}`;
    this.#xray.push(input('checksum', line));
    if (this.#seed === undefined) return utf8Bytes(`${line}\r\n`);
    const hashes = [hex(hash('sha-256', utf8Bytes(`${line}\n`)))];
    const signature = this.#sign(this.#seed, 'TRAILER', hashes, 'trailer');
    return utf8Bytes(`${line}\r\nx-amz-trailer-signature:${signature}\r\n`);
  }

  /** The next link of the chain; `label` where it is explained. */
  #sign(
    { key, date, scope }: ChunkSeed,
    what: 'PAYLOAD' | 'TRAILER',
    hashes: readonly string[],
    label: string | undefined,
  ): string {
    const previous = this.#signature;
    const toSign = (before: string): string =>
      [`${sigV4Algorithm}-${what}`, date, scope, before, ...hashes].join('\n');
    this.#signature = hex(hmacOf('sha-256', key, byteStringToBytes(toSign(previous))));
    if (label !== undefined) {
      const text = toSign(`${previous.slice(0, 8)}${dots}`);
      this.#xray.push(
        { kind: 'to-sign', label: `${label}: string to sign`, text, masked: true },
        shortened(`${label}: signature`, this.#signature),
      );
    }
    return this.#signature;
  }
}

const lineEnd = utf8Bytes('\r\n');

const joined = (pieces: readonly Uint8Array[]): Uint8Array => {
  const whole = new Uint8Array(pieces.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};
