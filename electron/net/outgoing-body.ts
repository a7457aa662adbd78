import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Body } from '../../shared/exchange/exchange.ts';
import { valueOf } from '../../shared/exchange/fields.ts';
import type { BodyCoder, BodyPiece, OutgoingRequest } from '../../shared/schemes/scheme.ts';
import { BodyKeeper, type BodyFolder } from './body-keeper.ts';
import { bodyOf } from './body-text.ts';
import type { ContinueGate } from './expect-continue.ts';
import { WireError } from './failures.ts';
import { lengthIn } from './incoming-body.ts';
import { leastToTell, sentMeter, type SentMeter, type SentReport } from './sent-progress.ts';

/** A request's body on its way out. */
export interface OutgoingStream {
  readonly data: Buffer | Readable | undefined;
  /** What was handed to the wire so far, for the record. To be called once, after the exchange is over. */
  sent(): Promise<Body>;
}

export interface OutgoingOptions {
  /** Holds the body back until it opens. */
  readonly gate?: ContinueGate | undefined;
  /** Told how far a large body has left. */
  readonly onSent?: SentReport | undefined;
}

/** Files are streamed, never read whole; a copy of what left is kept, since the file may change afterwards. */
export const outgoingStream = (
  { body, fields, coding }: OutgoingRequest,
  bodies: BodyFolder,
  { gate, onSent }: OutgoingOptions = {},
): OutgoingStream => {
  const contentType = valueOf(fields, 'Content-Type');
  if (body.kind === 'none') return { data: undefined, sent: () => Promise.resolve({ kind: 'none' }) };
  const keeper = new BodyKeeper(bodies);
  const sent = async (): Promise<Body> => bodyOf(await keeper.finish(), contentType);
  if (body.kind === 'bytes' && gate === undefined && coding === undefined) {
    const whole = Buffer.from(body.bytes);
    return {
      data: dataOf(whole, onSent),
      sent: async () => {
        await keeper.write(whole);
        return await sent();
      },
    };
  }
  const pieces: readonly BodyPiece[] = body.kind === 'bytes' ? [body] : body.pieces;
  const meter = onSent && sentMeter(lengthIn(fields), onSent);
  const coder = coding?.begin();
  const data = Readable.from(metered(kept(coded(pieces, coder), keeper, gate), meter), {
    objectMode: false,
  });
  return {
    data,
    sent: async () => {
      if (!data.closed) await new Promise<void>((resolve) => data.destroy().once('close', resolve));
      return await sent();
    },
  };
};

/** Bytes at hand in one buffer, or in slices where somebody wants to know how far they are. */
const dataOf = (whole: Buffer, onSent: SentReport | undefined): OutgoingStream['data'] => {
  // Nothing to write, and axios would take an empty buffer for a body.
  if (whole.length === 0) return undefined;
  if (onSent === undefined || whole.length <= leastToTell) return whole;
  return Readable.from(metered(slicesOf(whole), sentMeter(whole.length, onSent)), { objectMode: false });
};

const sliceBytes = 64 * 1024;

function* slicesOf(whole: Buffer): Generator<Uint8Array> {
  for (let at = 0; at < whole.length; at += sliceBytes) yield whole.subarray(at, at + sliceBytes);
}

/** A piece counts once the next one is asked for: then it was taken. */
async function* metered(
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  meter: SentMeter | undefined,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    yield piece;
    meter?.add(piece.length);
  }
  meter?.end();
}

async function* kept(
  pieces: AsyncIterable<Uint8Array>,
  keeper: BodyKeeper,
  gate: ContinueGate | undefined,
): AsyncGenerator<Uint8Array> {
  await gate?.opened;
  for await (const bytes of pieces) {
    await keeper.write(bytes);
    yield bytes;
  }
}

async function* coded(
  pieces: readonly BodyPiece[],
  coder: BodyCoder | undefined,
): AsyncGenerator<Uint8Array> {
  for (const piece of pieces) {
    for await (const bytes of piece.kind === 'bytes' ? [piece.bytes] : fileBytes(piece.path)) {
      const ready = coder?.take(bytes) ?? bytes;
      if (ready.length > 0) yield ready;
    }
  }
  if (coder !== undefined) yield coder.end();
}

async function* fileBytes(path: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const bytes of createReadStream(path)) yield bytes;
  } catch (cause) {
    throw new WireError(
      'invalid-request',
      `The file ${path} could not be read. Check that it is still there.`,
      {
        cause,
      },
    );
  }
}
