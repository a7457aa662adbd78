import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import type { Body, Field } from '../../shared/exchange/exchange.ts';
import { valueOf, valuesOf } from '../../shared/exchange/fields.ts';
import { BodyKeeper, type BodyFolder, type Kept } from './body-keeper.ts';
import { bodyOf } from './body-text.ts';
import { codingsOf, Decoding } from './content-codings.ts';
import { eachPiece } from './each-piece.ts';
import { WireError } from './failures.ts';

export interface IncomingBody {
  readonly body: Body;
  readonly encodedSize: number;
  /** Absent where the stated coding is unknown or does not fit the bytes: then the body is as it came. */
  readonly decodedSize: number | undefined;
}

/** A body larger than this fills a disk before anybody reads it. Bytes after decoding. */
const largestBody = 4 * 1024 ** 3;

/** A large body has thousands of pieces; a window wants a few figures a second. */
const progressMs = 100;

export interface ReceiveOptions {
  readonly fields: readonly Field[];
  readonly bodies: BodyFolder;
  /** A few times a second, and once at the end. */
  readonly onProgress?: ((received: number, total: number | undefined) => void) | undefined;
}

/** Reads a body to its end, takes its codings off and keeps it. Throws what the network or the limits threw. */
export const receiveBody = async (
  message: Readable,
  { fields, bodies, onProgress }: ReceiveOptions,
): Promise<IncomingBody> => {
  const contentType = valueOf(fields, 'Content-Type');
  const codings = codingsOf(valuesOf(fields, 'Content-Encoding'));
  const total = lengthIn(fields);
  const keeper = new BodyKeeper(bodies);
  const keep = (piece: Uint8Array): Promise<void> | void => {
    if (keeper.size + piece.length > largestBody) {
      throw new WireError(
        'too-large',
        'The answer is larger than 4 GB, so it was dropped. Ask for a part of it.',
      );
    }
    if (onProgress !== undefined && performance.now() - reportedAt > progressMs) report();
    return keeper.write(piece);
  };
  let reportedAt = performance.now();
  const report = (): void => {
    reportedAt = performance.now();
    onProgress?.(keeper.size, total);
  };

  const plain = codings === undefined || codings.length === 0;
  const decoding = plain ? undefined : new Decoding(codings, keep);
  // Encoded bytes are kept as well while they are few: should the coding be a lie, they are the body.
  const asItCame = plain ? undefined : new Beginning(bodies.memoryLimit);
  let encodedSize = 0;
  try {
    await eachPiece(message, (piece) => {
      encodedSize += piece.length;
      asItCame?.add(piece);
      return decoding === undefined ? keep(piece) : decoding.write(piece);
    });
    await decoding?.finish();
  } catch (error) {
    decoding?.stop();
    await keeper.discard();
    throw error;
  }

  if (decoding?.broken !== undefined) {
    await keeper.discard();
    return {
      body: bodyOf(rescued(asItCame, decoding.broken), contentType),
      encodedSize,
      decodedSize: undefined,
    };
  }
  if (keeper.size > 0) report();
  const decodedSize = codings === undefined ? undefined : keeper.size;
  return { body: bodyOf(await keeper.finish(), contentType), encodedSize, decodedSize };
};

const rescued = (asItCame: Beginning | undefined, cause: unknown): Kept => {
  const bytes = asItCame?.whole();
  if (bytes === undefined) {
    throw new WireError(
      'malformed-answer',
      'The body is not in the Content-Encoding that the answer states. Ask for it without Accept-Encoding.',
      { cause },
    );
  }
  return { kind: 'memory', bytes };
};

/** Bytes that Content-Length states (RFC 9110 §8.6); `undefined` where it is absent or no number. */
export const lengthIn = (fields: readonly Field[]): number | undefined => {
  const length = valueOf(fields, 'Content-Length');
  return length !== undefined && /^\d{1,15}$/.test(length) ? Number(length) : undefined;
};

/** Keeps all bytes while they are few, and none once they are many. */
class Beginning {
  readonly #limit: number;
  #pieces: Uint8Array[] | undefined = [];
  #size = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  add(piece: Uint8Array): void {
    this.#size += piece.length;
    if (this.#size > this.#limit) this.#pieces = undefined;
    else this.#pieces?.push(piece);
  }

  whole(): Uint8Array | undefined {
    return this.#pieces === undefined ? undefined : Buffer.concat(this.#pieces);
  }
}

/** Trailer fields as they came (RFC 9110 §6.5); Node gives names and values in turn. */
export const trailersOf = (message: IncomingMessage): readonly Field[] => {
  const { rawTrailers } = message;
  return rawTrailers.flatMap((name, at) =>
    at % 2 === 0 ? [{ name, value: rawTrailers[at + 1] ?? '' }] : [],
  );
};
