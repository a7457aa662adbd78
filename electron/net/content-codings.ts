import { once } from 'node:events';
import type { Transform } from 'node:stream';
import zlib from 'node:zlib';
import { WireError } from './failures.ts';

/** Codings one on another beyond this number are a trap, not a service. */
const mostCodings = 4;

/** An answer may grow this far before its ratio is looked at, and then at most so many times its size on the wire. */
const unsuspiciousBytes = 64 * 1024 * 1024;
const greatestRatio = 250;

/** Zlib data starts with a header whose two bytes are a multiple of 31 (RFC 1950 §2.2); some servers send raw deflate. */
const isZlib = (first: Uint8Array): boolean =>
  ((first[0] ?? 0) & 0x0f) === 8 && (((first[0] ?? 0) << 8) | (first[1] ?? 0)) % 31 === 0;

const chunkSize = 64 * 1024;

const decoders: Readonly<Record<string, (first: Uint8Array) => Transform>> = {
  gzip: () => zlib.createGunzip({ chunkSize }),
  'x-gzip': () => zlib.createGunzip({ chunkSize }),
  deflate: (first) =>
    isZlib(first) ? zlib.createInflate({ chunkSize }) : zlib.createInflateRaw({ chunkSize }),
  br: () => zlib.createBrotliDecompress({ chunkSize }),
  zstd: () => zlib.createZstdDecompress({ chunkSize }),
};

/** Node has zstd since 22.15. */
const isKnown = (coding: string): boolean =>
  Object.hasOwn(decoders, coding) && (coding !== 'zstd' || 'createZstdDecompress' in zlib);

/**
 * Content codings in the order in which they are taken off, the last one applied first (RFC 9110 §8.4). `undefined`
 * where one is not known: then the body stays as it came.
 */
export const codingsOf = (values: readonly string[]): readonly string[] | undefined => {
  const codings = values
    .flatMap((value) => value.toLowerCase().split(','))
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  return codings.length > mostCodings || !codings.every(isKnown) ? undefined : codings.toReversed();
};

/** Takes the codings off piece by piece. `broken` once the bytes turn out not to be in the coding that was stated. */
export class Decoding {
  broken: unknown;
  readonly #codings: readonly string[];
  readonly #keep: (piece: Uint8Array) => Promise<void> | void;
  #chain: { readonly first: Transform; readonly done: Promise<void> } | undefined;
  #encoded = 0;
  #decoded = 0;

  /** `keep` is given the decoded pieces, in order. What it throws comes out of `write` or `finish`. */
  constructor(codings: readonly string[], keep: (piece: Uint8Array) => Promise<void> | void) {
    this.#codings = codings;
    this.#keep = keep;
  }

  async write(piece: Uint8Array): Promise<void> {
    if (this.broken !== undefined || piece.length === 0) return;
    this.#encoded += piece.length;
    this.#chain ??= this.#start(piece);
    const { first, done } = this.#chain;
    if (!first.write(piece)) await Promise.race([once(first, 'drain').catch(() => undefined), done]);
    this.#rethrow();
  }

  async finish(): Promise<void> {
    if (this.#chain === undefined) return;
    this.#chain.first.end();
    await this.#chain.done;
    this.#rethrow();
  }

  /** Ends early: whatever is still inside is dropped. */
  stop(): void {
    this.#chain?.first.destroy();
  }

  #failure: unknown;

  #rethrow(): void {
    if (this.#failure !== undefined) throw this.#failure;
  }

  #start(piece: Uint8Array): { readonly first: Transform; readonly done: Promise<void> } {
    const stages = this.#codings.map((coding) => decoderOf(coding, piece));
    const [first] = stages;
    const last = stages.at(-1);
    if (first === undefined || last === undefined) throw new TypeError('There is no coding to take off.');
    stages.forEach((stage, index) => {
      const next = stages[index + 1];
      stage.on('error', (error) => {
        this.broken ??= error;
        for (const other of stages) other.destroy();
      });
      if (next !== undefined) stage.pipe(next);
    });
    return { first, done: this.#drain(last) };
  }

  async #drain(last: Transform): Promise<void> {
    try {
      for await (const piece of last) await this.#accept(piece);
    } catch (error) {
      if (this.broken === undefined) this.#failure ??= error;
    }
  }

  async #accept(piece: Uint8Array): Promise<void> {
    this.#decoded += piece.length;
    if (this.#decoded > unsuspiciousBytes && this.#decoded > greatestRatio * this.#encoded) {
      throw new WireError(
        'too-large',
        'The compressed answer grows out of all proportion when it is unpacked, so it was dropped. Ask for it without Accept-Encoding.',
      );
    }
    await this.#keep(piece);
  }
}

const decoderOf = (coding: string, first: Uint8Array): Transform => {
  const create = decoders[coding];
  if (create === undefined) throw new TypeError(`No decoder for ${coding}.`);
  return create(first);
};
