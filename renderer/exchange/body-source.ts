import { base64OfBytes, byteStringOfBase64, byteStringToBytes } from '../../shared/exchange/bytes.ts';
import type { Body } from '../../shared/exchange/exchange.ts';
import { host } from '../host.ts';
import type { Progress } from '../state/busy.ts';

/** How much of a file body is asked for at a time: the contract's limit. */
export const pieceSize = 1_048_576;

const bytesOfBase64 = (base64: string): Uint8Array => byteStringToBytes(byteStringOfBase64(base64) ?? '');

/** Bytes of a body that is in the window already; of a file none. */
export const bytesInHand = (body: Body): Uint8Array => {
  switch (body.kind) {
    case 'text':
      return new TextEncoder().encode(body.text);
    case 'bytes':
      return bytesOfBase64(body.base64);
    case 'none':
    case 'file':
      return new Uint8Array();
    default:
      return body satisfies never;
  }
};

/** Reads one piece of a file body, in Base64. Throws the host's sentence where it cannot be read. */
export const readPieceText = async (id: string, offset: number, length = pieceSize): Promise<string> => {
  const reply = await host().call('readBody', { id, offset, length });
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value.base64;
};

export const readPiece = async (id: string, offset: number, length = pieceSize): Promise<Uint8Array> =>
  bytesOfBase64(await readPieceText(id, offset, length));

/** The whole body, file bodies piece by piece: as far as nobody has cancelled it. */
export const readWhole = async (body: Body, progress?: Progress): Promise<readonly Uint8Array[]> => {
  if (body.kind !== 'file') return [bytesInHand(body)];
  const pieces: Uint8Array[] = [];
  for (let offset = 0; offset < body.size;) {
    const piece = await readPiece(body.id, offset);
    if (piece.length === 0) break;
    pieces.push(piece);
    offset += piece.length;
    if (progress?.signal.aborted === true) break;
    progress?.reached(offset / body.size);
  }
  return pieces;
};

/** A data: address of an image. */
export const dataAddress = (bytes: Uint8Array, type: string): string =>
  `data:${type};base64,${base64OfBytes(bytes)}`;

/** Hands bytes to the person as a download. */
export const download = (pieces: readonly Uint8Array[], name: string): void => {
  const address = URL.createObjectURL(new Blob(pieces.map((piece) => piece.slice().buffer)));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};
