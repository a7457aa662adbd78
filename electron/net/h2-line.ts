import http2, { type ClientHttp2Session, type ClientHttp2Stream } from 'node:http2';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { Frame } from '../../shared/exchange/exchange.ts';
import { FrameReader } from './h2-frames.ts';

/** As long as an HTTP/1.1 connection is kept. */
const idleMs = 4000;

/** An HTTP/2 connection on a socket, for several requests at once and one after another. */
export class Http2Line {
  readonly socket: Socket;
  readonly #session: ClientHttp2Session;
  readonly #watchers = new Set<(frame: Frame) => void>();
  /** Frames that crossed before anybody watched: the first request's. */
  #early: Frame[] = [];
  #under = 0;
  #over = false;
  #timer: NodeJS.Timeout | undefined;
  /** What broke the connection; its requests only learn that it is gone. */
  failure: unknown;

  constructor(socket: Socket, origin: string, onOver: () => void) {
    this.socket = socket;
    const tell = (frame: Frame): void => {
      if (this.#watchers.size === 0 && this.#under === 0) this.#early.push(frame);
      for (const watcher of this.#watchers) watcher(frame);
    };
    const duplex = throughReaders(socket, new FrameReader('>', tell), new FrameReader('<', tell));
    const over = (): void => {
      this.#over = true;
      clearTimeout(this.#timer);
      onOver();
    };
    this.#session = http2
      .connect(origin, { createConnection: () => duplex, settings: { enablePush: false } })
      .on('error', (error) => {
        this.failure ??= error;
        over();
      })
      .once('goaway', over)
      .once('close', over);
  }

  get usable(): boolean {
    return !this.#over && !this.#session.closed && !this.#session.destroyed;
  }

  /** Hands every frame to `watcher` until the returned function is called. */
  watch(watcher: (frame: Frame) => void): () => void {
    clearTimeout(this.#timer);
    this.#under += 1;
    for (const frame of this.#early) watcher(frame);
    this.#early = [];
    this.#watchers.add(watcher);
    return () => {
      this.#watchers.delete(watcher);
      this.#under -= 1;
      if (this.#under > 0) return;
      this.#timer = setTimeout(() => this.close(), idleMs);
      this.#timer.unref();
    };
  }

  /** @param fields names and values in turn, pseudo-fields first */
  request(
    fields: readonly string[],
    options: { readonly endStream: boolean; readonly waitForTrailers: boolean },
  ): ClientHttp2Stream {
    return this.#session.request([...fields], options);
  }

  get idle(): boolean {
    return this.#under === 0;
  }

  close(): void {
    this.#over = true;
    clearTimeout(this.#timer);
    this.#session.close();
  }

  destroy(): void {
    this.#over = true;
    this.#session.destroy();
  }
}

/** http2 takes a socket's handle and reads past it; of a stream that is no socket it reads what it is given. */
const throughReaders = (socket: Socket, sent: FrameReader, received: FrameReader): Duplex => {
  const duplex = new Duplex({
    read: () => void socket.resume(),
    write: (chunk: Buffer, _encoding, done) => {
      sent.take(chunk);
      socket.write(chunk, done);
    },
    final: (done) => {
      socket.end(done);
    },
    destroy: (error, done) => {
      socket.destroy();
      done(error);
    },
  });
  socket
    .on('data', (piece: Buffer) => {
      received.take(piece);
      if (!duplex.push(piece)) socket.pause();
    })
    .once('end', () => duplex.push(null))
    .once('error', (error) => duplex.destroy(error))
    .once('close', () => duplex.destroy());
  return duplex;
};
