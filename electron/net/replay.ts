import http, { type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { maxHeadBytes } from './wire-log.ts';

/** An answer that is being read off a socket, which stays open behind it. */
export interface Replay {
  readonly message: IncomingMessage;
  /** Lets go of the socket; nothing is read any more. */
  release(): void;
}

/** Node hands over the socket of any answer to CONNECT unread; a refusal has a body, so it is parsed once more. */
export const replayed = (rawHead: string, head: Buffer, socket: Socket): Promise<Replay> =>
  new Promise((resolve, reject) => {
    const replay = new Duplex({
      read: () => void socket.resume(),
      write: (_chunk, _encoding, done) => done(),
    });
    replay.push(Buffer.from(rawHead, 'latin1'));
    if (head.length > 0) replay.push(head);
    const onData = (piece: Buffer): void => {
      if (!replay.push(piece)) socket.pause();
    };
    const onEnd = (): void => void replay.push(null);
    const onError = (error: Error): void => void replay.destroy(error);
    const onClose = (): void => void replay.destroy();
    socket.on('data', onData).once('end', onEnd).once('error', onError).once('close', onClose);
    const release = (): void => {
      socket.off('data', onData).off('end', onEnd).off('error', onError).off('close', onClose);
      socket.resume();
    };
    http
      .request({
        createConnection: () => replay,
        headers: [],
        setDefaultHeaders: false,
        maxHeaderSize: maxHeadBytes,
      })
      .once('response', (message) => resolve({ message, release }))
      .once('error', reject)
      .end();
  });
