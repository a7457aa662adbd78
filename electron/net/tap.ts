/* oxlint-disable no-underscore-dangle -- these are Node's names for what a stream does */
import type { Socket } from 'node:net';

/** Who watches a socket: is told each piece of plaintext that crosses it, in order. */
export interface Wire {
  sent(bytes: Uint8Array): void;
  received(bytes: Uint8Array): void;
  /** The other side said that it will send no more. */
  ended(): void;
}

const watchers = new WeakMap<Socket, Wire>();

/**
 * Hands the socket's plaintext to `wire` from now on; a socket that is used again gets a new watcher. The three methods
 * of the instance are the narrowest place that every byte passes, before encryption on the way out and after
 * decryption on the way in.
 */
export const tap = (socket: Socket, wire: Wire): void => {
  const watched = watchers.has(socket);
  watchers.set(socket, wire);
  if (watched) return;

  const write = socket._write.bind(socket);
  socket._write = (chunk: unknown, encoding, callback) => {
    // Told afterwards: the server is at work meanwhile.
    write(chunk, encoding, callback);
    watchers.get(socket)?.sent(bytesOf(chunk, encoding));
  };

  const writev = socket._writev?.bind(socket);
  if (writev !== undefined) {
    socket._writev = (chunks, callback) => {
      for (const { chunk, encoding } of chunks) watchers.get(socket)?.sent(bytesOf(chunk, encoding));
      writev(chunks, callback);
    };
  }

  const push = socket.push.bind(socket);
  socket.push = (chunk: unknown, encoding) => {
    if (chunk === null) watchers.get(socket)?.ended();
    else watchers.get(socket)?.received(bytesOf(chunk, encoding));
    return push(chunk, encoding);
  };
};

const bytesOf = (chunk: unknown, encoding: BufferEncoding | undefined): Uint8Array => {
  if (chunk instanceof Uint8Array) return chunk;
  return Buffer.from(String(chunk), encoding);
};

/** Stops telling anybody about the socket. */
export const untap = (socket: Socket): void => {
  if (watchers.has(socket)) watchers.set(socket, silent);
};

const silent: Wire = { sent: () => undefined, received: () => undefined, ended: () => undefined };
