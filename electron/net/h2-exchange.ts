import http2, { type ClientHttp2Stream } from 'node:http2';
import { once } from 'node:events';
import { PassThrough, pipeline } from 'node:stream';
import type { Field, Frame, Outcome } from '../../shared/exchange/exchange.ts';
import type { TransportHooks } from './transport-types.ts';
import type { BodyFolder } from './body-keeper.ts';
import type { ContinueGate } from './expect-continue.ts';
import type { Http2Fields } from './h2-fields.ts';
import type { Http2Line } from './h2-line.ts';
import { receiveBody } from './incoming-body.ts';
import type { OutgoingStream } from './outgoing-body.ts';
import { flatFields, statusIn, type Recording } from './recording.ts';

/** More frames than a person reads; a large body has thousands. */
const mostFrames = 300;

export interface Http2Carriage {
  readonly line: Http2Line;
  readonly fields: Http2Fields;
  readonly data: OutgoingStream['data'];
  readonly gate: ContinueGate | undefined;
  readonly recording: Recording;
  readonly bodies: BodyFolder;
  readonly hooks: TransportHooks;
}

/** One request over HTTP/2 (RFC 9113 §8.1): its field list, interim answers, trailers and frames. Throws what failed. */
export const carryOverHttp2 = async (carriage: Http2Carriage): Promise<Outcome> => {
  const { line, fields, data, recording, bodies, hooks } = carriage;
  const frames = new FrameLog(() => recording.stopwatch.mark('firstByteMs'));
  const stopWatching = line.watch(frames.take);
  let stream: ClientHttp2Stream | undefined;
  const abort = (): void => {
    stream?.close(http2.constants.NGHTTP2_CANCEL);
  };
  hooks.signal.addEventListener('abort', abort);
  try {
    const { trailers: behind } = fields;
    const waitForTrailers = behind.length > 0;
    const endStream = data === undefined && !waitForTrailers;
    stream = line.request(flatFields(fields.sent), { endStream, waitForTrailers });
    const own = stream;
    own.once('wantTrailers', () => own.sendTrailers(byName(behind)));
    carriage.gate?.watchStream(own);
    // Read from the start: a stream that nobody reads is emptied when it closes.
    const content = new PassThrough();
    pipeline(own, content, () => undefined);
    // Until the stream is ready it has no number.
    frames.streamOf = () => own.id;
    // Failures come out of the waiting below; without a listener they would end the process.
    own.on('error', () => undefined);
    own.once('finish', () => recording.requestSent(behind));
    const interim: ReadonlyArray<readonly Field[]> = collect(own);
    let trailers: readonly Field[] = [];
    own.once('trailers', (_headers, _flags, raw: unknown) => {
      trailers = fieldsOf(raw);
    });
    const answered = responseTo(own);
    if (data === undefined || data instanceof Uint8Array) own.end(data);
    else {
      data.once('error', (error) => own.destroy(error));
      data.pipe(own);
    }
    const received = await answered;
    const spill = hooks.spillFor?.({ status: statusIn(received), fields: received });
    const body = await receiveBody(content, {
      fields: received,
      bodies: { ...bodies, spill },
      onProgress: hooks.onReceived,
    });
    // A stream that was reset ends like one that is over; only its last frame tells (RFC 9113 §8.1).
    if (frames.broken) throw streamClosed();
    // An answer may come while the body is still being sent: nobody reads the rest.
    if (!own.writableFinished) own.close(http2.constants.NGHTTP2_CANCEL);
    if (!own.closed) await once(own, 'close');
    return recording.answeredOverHttp2({ fields: received, interim, trailers, body });
  } catch (error) {
    throw line.failure ?? error;
  } finally {
    hooks.signal.removeEventListener('abort', abort);
    if (stream?.closed === false) stream.close(http2.constants.NGHTTP2_CANCEL);
    stopWatching();
    recording.http2 = { fields, ...frames.result() };
  }
};

/** As Node takes trailers: each name once, with all its values. */
const byName = (fields: readonly Field[]): Record<string, string[]> =>
  Object.fromEntries(
    [...Map.groupBy(fields, ({ name }) => name)].map(([name, all]) => [name, all.map(({ value }) => value)]),
  );

/** Interim answers as they come: each a list that begins with `:status`. */
const collect = (stream: ClientHttp2Stream): ReadonlyArray<readonly Field[]> => {
  const interim: (readonly Field[])[] = [];
  stream.on('headers', (_headers, _flags, raw: unknown) => interim.push(fieldsOf(raw)));
  return interim;
};

const responseTo = (stream: ClientHttp2Stream): Promise<readonly Field[]> =>
  new Promise((resolve, reject) => {
    stream.once('response', (_headers, _flags, raw: unknown) => resolve(fieldsOf(raw)));
    stream.once('error', reject);
    stream.once('close', () => reject(streamClosed()));
  });

const streamClosed = (): Error =>
  Object.assign(new Error('The stream was closed before its end.'), { code: 'ERR_HTTP2_STREAM_ERROR' });

/** Names and values in turn, as Node hands them beside its own reading. */
const fieldsOf = (raw: unknown): readonly Field[] => {
  const flat = Array.isArray(raw) ? raw.map(String) : [];
  return flat.flatMap((name, at) => (at % 2 === 0 ? [{ name, value: flat[at + 1] ?? '' }] : []));
};

/** The frames of one stream, and those about the whole connection that crossed meanwhile. */
class FrameLog {
  streamOf: () => number | undefined = () => undefined;
  readonly #onFirst: () => void;
  readonly #frames: Frame[] = [];
  #left = 0;
  #answered = false;
  #ended = false;
  #reset = false;

  constructor(onFirst: () => void) {
    this.#onFirst = onFirst;
  }

  readonly take = (frame: Frame): void => {
    const own = this.streamOf();
    if (frame.stream !== 0 && own !== undefined && frame.stream !== own) return;
    if (frame.direction === '<' && frame.stream !== 0 && !this.#answered) {
      this.#answered = true;
      this.#onFirst();
    }
    if (frame.direction === '<' && frame.stream !== 0) {
      this.#ended ||= frame.flags.includes('END_STREAM');
      this.#reset ||= frame.type === 'RST_STREAM' && frame.detail !== 'NO_ERROR';
    }
    if (this.#frames.length < mostFrames) this.#frames.push(frame);
    else this.#left += 1;
  };

  /** The answer has no end, or the other side took it back. */
  get broken(): boolean {
    return !this.#ended || this.#reset;
  }

  result(): { frames: readonly Frame[]; framesLeft: number; answered: boolean } {
    const own = this.streamOf();
    const frames = this.#frames.filter(({ stream }) => stream === 0 || stream === own);
    return { frames, framesLeft: this.#left, answered: this.#answered };
  }
}
