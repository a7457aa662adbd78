import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { Body } from '../../shared/exchange/exchange.ts';
import { valueOf } from '../../shared/exchange/fields.ts';
import type { BodyPiece, OutgoingRequest } from '../../shared/schemes/scheme.ts';
import { BodyKeeper, type BodyFolder } from './body-keeper.ts';
import { bodyOf } from './body-text.ts';
import type { ContinueGate } from './expect-continue.ts';
import { WireError } from './failures.ts';

/** A request's body on its way out. */
export interface OutgoingStream {
  readonly data: Buffer | Readable | undefined;
  /** What was handed to the wire so far, for the record. To be called once, after the exchange is over. */
  sent(): Promise<Body>;
}

/** Files are streamed, never read whole; with a gate the body leaves when it opens; a copy of what left is kept, since the file may change afterwards. */
export const outgoingStream = (
  { body, fields }: OutgoingRequest,
  bodies: BodyFolder,
  gate?: ContinueGate,
): OutgoingStream => {
  const contentType = valueOf(fields, 'Content-Type');
  if (body.kind === 'none') return { data: undefined, sent: () => Promise.resolve({ kind: 'none' }) };
  const keeper = new BodyKeeper(bodies);
  const sent = async (): Promise<Body> => bodyOf(await keeper.finish(), contentType);
  if (body.kind === 'bytes' && gate === undefined) {
    const data = Buffer.from(body.bytes);
    return {
      // Nothing to write, and axios would take an empty buffer for a body.
      data: data.length === 0 ? undefined : data,
      sent: async () => {
        await keeper.write(data);
        return await sent();
      },
    };
  }
  const pieces: readonly BodyPiece[] = body.kind === 'bytes' ? [body] : body.pieces;
  const data = Readable.from(kept(pieces, keeper, gate), { objectMode: false });
  return {
    data,
    sent: async () => {
      if (!data.closed) await new Promise<void>((resolve) => data.destroy().once('close', resolve));
      return await sent();
    },
  };
};

async function* kept(
  pieces: readonly BodyPiece[],
  keeper: BodyKeeper,
  gate: ContinueGate | undefined,
): AsyncGenerator<Uint8Array> {
  await gate?.opened;
  for (const piece of pieces) {
    for await (const bytes of piece.kind === 'bytes' ? [piece.bytes] : fileBytes(piece.path)) {
      await keeper.write(bytes);
      yield bytes;
    }
  }
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
