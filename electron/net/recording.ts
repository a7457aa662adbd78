import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type {
  Body,
  Connection,
  Exchange,
  Field,
  Frame,
  Outcome,
  Purpose,
  ReceivedResponse,
  RedirectNote,
  SentField,
  Xray,
} from '../../shared/exchange/exchange.ts';
import { valueOf } from '../../shared/exchange/fields.ts';
import type { Http2Fields } from './h2-fields.ts';
import { ConnectionWatch } from './connection.ts';
import { explainFailure } from './failures.ts';
import type { ReceivedHead } from './head.ts';
import { trailersOf, type IncomingBody } from './incoming-body.ts';
import { tap } from './tap.ts';
import { startStopwatch, type Stopwatch } from './timings.ts';
import { WireLog } from './wire-log.ts';

/** What is known of an exchange before it begins. */
export interface Planned {
  readonly id: string;
  readonly purpose: Purpose;
  readonly method: string;
  readonly url: string;
  readonly target: string;
  readonly fields: readonly SentField[];
  readonly trailers?: readonly SentField[] | undefined;
  readonly redirect: RedirectNote | undefined;
  readonly xray?: Xray | undefined;
  /** Where the request goes: for words and for the resolver. */
  readonly hostname: string;
  readonly port: number;
  readonly secure: boolean;
  readonly verifyTls: boolean;
  /** Where the socket goes: the server itself, or a proxy. */
  readonly peer: { readonly hostname: string; readonly port: number };
  /** Path of the socket that takes the network's place, if one does. */
  readonly unixSocket?: string | undefined;
  /** Offered to the server, which may ask for it or not. */
  readonly clientCertificate?: Connection['clientCertificate'];
  /** host:port of the proxy, if one stands between. */
  readonly proxy: string | undefined;
  /** Why that proxy, or none. */
  readonly proxyNote?: string | undefined;
}

interface Http2Facts {
  readonly fields: Http2Fields;
  readonly frames: readonly Frame[];
  readonly framesLeft: number;
  readonly answered: boolean;
}

interface Http2Answer {
  /** `:status` first. */
  readonly fields: readonly Field[];
  readonly interim: ReadonlyArray<readonly Field[]>;
  readonly trailers: readonly Field[];
  readonly body: IncomingBody;
}

/** Writes down one exchange while it happens. */
export class Recording {
  readonly log: WireLog;
  readonly stopwatch: Stopwatch;
  readonly #connection: ConnectionWatch;
  readonly planned: Planned;
  /** Set once the exchange went over HTTP/2. */
  http2: Http2Facts | undefined;
  /** What followed the body: nothing until the request is sent to its end. */
  #sentTrailers: readonly SentField[] = [];

  constructor(planned: Planned, nowMs: () => number) {
    this.planned = planned;
    const stopwatch = startStopwatch(nowMs);
    this.stopwatch = stopwatch;
    this.log = new WireLog(() => stopwatch.mark('firstByteMs'));
    this.#connection = new ConnectionWatch(planned, stopwatch);
  }

  /** The socket is known before the request is written to it, so nothing is missed. */
  watch(request: ClientRequest, onKeptSocket = false): void {
    request.on('socket', (socket) => {
      tap(socket, this.log);
      const { hostname, port } = this.planned.peer;
      this.#connection.watch(socket, hostname, port, onKeptSocket || request.reusedSocket);
    });
    request.on('finish', () => this.requestSent(this.planned.trailers));
  }

  /** The request is out, trailers and all. */
  requestSent(trailers: readonly SentField[] = []): void {
    this.stopwatch.mark('requestSentMs');
    this.#sentTrailers = trailers;
  }

  /** The socket of a connection that is not HTTP/1.1's, or not yet known to be. */
  watchSocket(socket: Socket, reused: boolean): void {
    const { hostname, port } = this.planned.peer;
    this.#connection.watch(socket, hostname, port, reused);
  }

  /** Whether anything of an answer has come. */
  get answering(): boolean {
    return this.log.receivedBytes > 0 || this.http2?.answered === true;
  }

  get reused(): boolean {
    return this.#connection.reused;
  }

  /** The head as it came; from the parser only where the log could not read it. */
  head(message: IncomingMessage): ReceivedHead {
    return this.log.head ?? headOfMessage(message);
  }

  answered(message: IncomingMessage, { body, encodedSize, decodedSize }: IncomingBody): Outcome {
    this.stopwatch.mark('endMs');
    const { status, reason, httpVersion, fields } = this.head(message);
    const trailers = trailersOf(message);
    const { interim, rawResponseHead } = this.log;
    const response: ReceivedResponse = {
      status,
      reason,
      httpVersion,
      fields: [...fields],
      ...(rawResponseHead === undefined ? {} : { rawHead: rawResponseHead }),
      ...(interim.length === 0 ? {} : { interim: interim.map(interimOf) }),
      ...(trailers.length === 0 ? {} : { trailers: [...trailers] }),
      body,
      encodedSize,
      ...(decodedSize === undefined ? {} : { decodedSize }),
    };
    return { kind: 'answered', response };
  }

  answeredOverHttp2({
    fields,
    interim,
    trailers,
    body: { body, encodedSize, decodedSize },
  }: Http2Answer): Outcome {
    const response: ReceivedResponse = {
      status: statusIn(fields),
      reason: '',
      httpVersion: 'HTTP/2',
      fields: [...fields],
      ...(interim.length === 0
        ? {}
        : { interim: interim.map((list) => ({ status: statusIn(list), reason: '', fields: [...list] })) }),
      ...(trailers.length === 0 ? {} : { trailers: [...trailers] }),
      body,
      encodedSize,
      ...(decodedSize === undefined ? {} : { decodedSize }),
    };
    return { kind: 'answered', response };
  }

  failed(error: unknown, signal: AbortSignal): Outcome {
    const { hostname, port, proxy } = this.planned;
    const { connected, handshaking } = this.#connection;
    const { peerEnded, receivedBytes } = this.log;
    const received = this.log.beginning();
    const scene = {
      hostname,
      port,
      proxy,
      connected,
      handshaking,
      signal,
      peerEnded,
      receivedBytes,
      received,
    };
    return { kind: 'failed', failure: explainFailure(error, scene) };
  }

  exchange(outcome: Outcome, body: Body): Exchange {
    this.stopwatch.mark('endMs');
    const { id, purpose, method, url, target, fields, redirect, xray } = this.planned;
    const { http2 } = this;
    const connection = this.#connection.facts();
    // Bytes written to a socket that never opened have left nobody.
    const rawHead = this.#connection.open ? this.log.rawRequestHead : undefined;
    return {
      id,
      purpose,
      request: {
        method,
        url,
        target,
        httpVersion: http2 === undefined ? 'HTTP/1.1' : 'HTTP/2',
        fields: [...(http2?.fields.sent ?? fields)],
        ...(http2 === undefined || http2.fields.leftOut.length === 0
          ? {}
          : { leftOut: [...http2.fields.leftOut] }),
        ...(rawHead === undefined ? {} : { rawHead }),
        body,
        ...(this.#sentTrailers.length === 0 ? {} : { trailers: [...this.#sentTrailers] }),
        ...(xray === undefined ? {} : { xray }),
      },
      outcome,
      ...(connection === undefined ? {} : { connection }),
      timings: this.stopwatch.timings(),
      ...(redirect === undefined ? {} : { redirect }),
      ...(http2 === undefined ? {} : { frames: [...http2.frames] }),
      ...(http2 === undefined || http2.framesLeft === 0 ? {} : { framesLeftOut: http2.framesLeft }),
    };
  }
}

/** The pseudo-field of an HTTP/2 answer (RFC 9113 §8.3.2). */
export const statusIn = (fields: readonly Field[]): number => Number(valueOf(fields, ':status') ?? 0);

const interimOf = ({ status, reason, fields }: ReceivedHead) => ({ status, reason, fields: [...fields] });

const headOfMessage = (message: IncomingMessage): ReceivedHead => {
  const { rawHeaders, statusCode = 0, statusMessage = '', httpVersion } = message;
  const fields: Field[] = rawHeaders.flatMap((name, at) =>
    at % 2 === 0 ? [{ name, value: rawHeaders[at + 1] ?? '' }] : [],
  );
  return { status: statusCode, reason: statusMessage, httpVersion: `HTTP/${httpVersion}`, fields };
};

/** Names and values in turn, as Node writes them: in this order, in this casing, with nothing added. */
export const flatFields = (fields: readonly Field[]): string[] => {
  const flat: string[] = [];
  for (const { name, value } of fields) flat.push(name, value);
  return flat;
};
