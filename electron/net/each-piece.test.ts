import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { eachPiece } from './each-piece.ts';

const fed = (): Readable => new Readable({ read: () => undefined });

const textOf = (pieces: readonly Uint8Array[]): string => Buffer.concat(pieces).toString();

describe('what a stream yields', () => {
  it.each<[string, (piece: Uint8Array) => Promise<void> | undefined]>([
    ['is taken at once', () => undefined],
    ['is taken after a while', async () => await turn()],
    ['is taken at once and after a while by turns', (piece) => (piece.length === 1 ? turn() : undefined)],
  ])('%s, in order and to the end', async (_, wait) => {
    const stream = fed();
    const taken: Uint8Array[] = [];
    let open = 0;
    const reading = eachPiece(stream, (piece) => {
      expect(open).toBe(0);
      taken.push(piece);
      const waiting = wait(piece);
      if (waiting === undefined) return undefined;
      open += 1;
      return waiting.then(() => {
        open -= 1;
      });
    });
    for (const piece of ['a', 'bc', 'd', 'ef']) stream.push(piece);
    await turn();
    stream.push('g');
    stream.push(null);
    await reading;
    expect([textOf(taken), open]).toEqual(['abcdefg', 0]);
  });

  it('is nothing where there is nothing', async () => {
    const stream = fed();
    stream.push(null);
    let pieces = 0;
    await eachPiece(stream, () => {
      pieces += 1;
    });
    expect(pieces).toBe(0);
  });
});

describe('it fails', () => {
  const broken = new Error('broken');
  const cutOff = { code: 'ERR_STREAM_PREMATURE_CLOSE' };

  it.each<[string, (stream: Readable) => void, object]>([
    ['with what the stream says', (stream) => void stream.destroy(broken), broken],
    ['where the stream is closed before its end', (stream) => void stream.destroy(), cutOff],
  ])('%s', async (_, end, error) => {
    const stream = fed();
    const reading = eachPiece(stream, () => undefined);
    stream.push('a');
    setImmediate(() => end(stream));
    await expect(reading).rejects.toMatchObject(error);
  });

  it('where the stream was closed before anybody read it', async () => {
    const [plain, failed] = [fed(), fed()];
    plain.destroy();
    failed.on('error', () => undefined).destroy(broken);
    await turn();
    await expect(eachPiece(plain, () => undefined)).rejects.toMatchObject(cutOff);
    await expect(eachPiece(failed, () => undefined)).rejects.toBe(broken);
  });

  it.each<[string, () => Promise<void>]>([
    [
      'at once',
      () => {
        throw broken;
      },
    ],
    ['after a while', () => turn().then(() => Promise.reject(broken))],
  ])('where a piece is refused %s, though it is the last one, and reads no further', async (_, take) => {
    const stream = fed();
    let pieces = 0;
    const reading = eachPiece(stream, () => {
      pieces += 1;
      return take();
    });
    stream.push('a');
    stream.push(null);
    await expect(reading).rejects.toBe(broken);
    expect([pieces, stream.destroyed]).toEqual([1, true]);
  });

  it('only once the piece that is being taken is taken', async () => {
    const stream = fed();
    let taken = false;
    const reading = eachPiece(stream, async () => {
      await turn();
      await turn();
      taken = true;
    });
    stream.push('a');
    await turn();
    stream.destroy();
    await expect(reading).rejects.toMatchObject(cutOff);
    expect(taken).toBe(true);
  });
});
