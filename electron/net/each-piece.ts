import type { Readable } from 'node:stream';

/**
 * Hands over what a stream yields, piece by piece, and resolves at its end. Where `take` answers with a promise, the
 * stream rests until it is settled; where it takes a piece at once, nothing is waited for, which is what makes this
 * cheaper than `for await`. Rejects with what the stream or `take` threw, and where the stream was cut off.
 */
export const eachPiece = (
  stream: Readable,
  take: (piece: Uint8Array) => Promise<void> | void,
): Promise<void> =>
  new Promise((resolve, reject) => {
    let taking: Promise<void> | undefined;
    let ended = false;
    // A stream may end or break while its last piece is still being taken, on its way to a file perhaps.
    const onceTaken = (then: () => void): void => {
      if (taking === undefined) then();
      else void taking.then(then);
    };
    const refuse = (reason: unknown): void => {
      reject(reason);
      stream.off('data', onData).destroy();
    };
    const onData = (piece: Uint8Array): void => {
      try {
        const pending = take(piece);
        if (pending === undefined) return;
        stream.pause();
        taking = pending.then(() => void stream.resume(), refuse);
      } catch (error) {
        refuse(error);
      }
    };
    const onClose = (): void => {
      if (!ended) onceTaken(() => reject(stream.errored ?? cutOff()));
    };
    if (stream.destroyed) {
      onClose();
      return;
    }
    stream
      .on('data', onData)
      .on('end', () => {
        ended = true;
        onceTaken(resolve);
      })
      .on('error', (error) => onceTaken(() => reject(error)))
      .on('close', onClose);
  });

const cutOff = (): Error =>
  Object.assign(new Error('The stream was closed before its end.'), { code: 'ERR_STREAM_PREMATURE_CLOSE' });
