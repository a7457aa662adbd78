import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { ConnectionOptions, SecureContext } from 'node:tls';
import type { Exchange, SentField } from '../../shared/exchange/exchange.ts';
import type { Address } from './address.ts';
import type { BodyFolder } from './body-keeper.ts';
import { receiveBody } from './incoming-body.ts';
import type { Proxy } from './proxy.ts';
import { flatFields, Recording } from './recording.ts';
import type { Reach } from './reach.ts';
import { untap } from './tap.ts';
import { maxHeadBytes } from './wire-log.ts';

export interface TunnelOptions {
  readonly proxy: Proxy;
  /** Where the tunnel leads. */
  readonly address: Address;
  /** How the socket gets to the proxy. */
  readonly reach: Reach;
  /** For a proxy that is itself reached over TLS. */
  readonly secureContext: SecureContext | undefined;
  readonly verifyTls: boolean;
  readonly bodies: BodyFolder;
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
}

/** The CONNECT exchange, and the socket behind it where the proxy agreed. */
export interface Tunnel {
  readonly exchange: Exchange;
  readonly socket: Socket | undefined;
}

/**
 * Asks a proxy for a tunnel (RFC 9110 §9.3.6). Never rejects: a refusal is the exchange's answer, with its body, since
 * that is where a proxy says why.
 */
export const openTunnel = async (options: TunnelOptions): Promise<Tunnel> => {
  const { proxy, address, bodies, nowMs, signal } = options;
  const fields = connectFields(proxy, address);
  const recording = new Recording(
    {
      id: bodies.newId(),
      purpose: 'connect',
      method: 'CONNECT',
      url: `https://${address.hostAndPort}/`,
      target: address.hostAndPort,
      fields,
      redirect: undefined,
      hostname: proxy.hostname,
      port: proxy.port,
      secure: proxy.secure,
      verifyTls: options.verifyTls,
      peer: proxy,
      proxy: proxy.hostAndPort,
    },
    nowMs,
  );
  const request = connectRequest(options, fields);
  recording.watch(request);
  const abort = (): void => {
    request.destroy(new Error('The request was stopped.'));
  };
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  try {
    const { message, socket, head } = await answerTo(request);
    const status = message.statusCode ?? 0;
    if (status >= 200 && status < 300) {
      untap(socket);
      if (head.length > 0) socket.unshift(head);
      const none = { body: { kind: 'none' } as const, encodedSize: 0, decodedSize: 0 };
      return { exchange: recording.exchange(recording.answered(message, none), { kind: 'none' }), socket };
    }
    const stopReading = (): void => {
      socket.destroy(new Error('The request was stopped.'));
    };
    signal.addEventListener('abort', stopReading);
    try {
      const refusal = await replayed(recording.log.rawResponseHead ?? '', head, socket);
      const body = await receiveBody(refusal, { fields: recording.head(refusal).fields, bodies });
      return {
        exchange: recording.exchange(recording.answered(refusal, body), { kind: 'none' }),
        socket: undefined,
      };
    } finally {
      signal.removeEventListener('abort', stopReading);
      socket.destroy();
    }
  } catch (error) {
    return {
      exchange: recording.exchange(recording.failed(error, signal), { kind: 'none' }),
      socket: undefined,
    };
  } finally {
    signal.removeEventListener('abort', abort);
  }
};

/** Host is required (RFC 9112 §3.2); nothing else goes to the proxy that the person does not know of. */
const connectFields = ({ credentials }: Proxy, { hostAndPort }: Address): readonly SentField[] => [
  { name: 'Host', value: hostAndPort, origin: { from: 'proxy', note: 'the server behind the proxy' } },
  ...(credentials === undefined ? [] : [credentials]),
];

const connectRequest = (
  { proxy, address, reach, secureContext, verifyTls }: TunnelOptions,
  fields: readonly SentField[],
): ClientRequest => {
  const plain = {
    ...reach,
    host: proxy.hostname,
    port: proxy.port,
    method: 'CONNECT',
    path: address.hostAndPort,
    headers: flatFields(fields),
    setDefaultHeaders: false,
    maxHeaderSize: maxHeadBytes,
    agent: false,
  };
  const trust: Pick<ConnectionOptions, 'secureContext'> = { secureContext };
  const request = proxy.secure
    ? https.request({ ...plain, ...trust, rejectUnauthorized: verifyTls })
    : http.request(plain);
  return request.end();
};

interface ConnectAnswer {
  readonly message: IncomingMessage;
  readonly socket: Socket;
  /** What had already come behind the head. */
  readonly head: Buffer;
}

const answerTo = (request: ClientRequest): Promise<ConnectAnswer> =>
  new Promise((resolve, reject) => {
    request.once('error', reject);
    request.once('connect', (message, socket, head) => {
      if (socket instanceof Socket) resolve({ message, socket, head });
      else reject(new TypeError('The proxy answered on something that is not a socket.'));
    });
  });

/** Node hands over the socket of any answer to CONNECT unread; a refusal has a body, so it is parsed once more. */
const replayed = (rawHead: string, head: Buffer, socket: Socket): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const replay = new Duplex({
      read: () => void socket.resume(),
      write: (_chunk, _encoding, done) => done(),
      destroy: (error, done) => {
        socket.destroy();
        done(error);
      },
    });
    replay.push(Buffer.from(rawHead, 'latin1'));
    if (head.length > 0) replay.push(head);
    socket.on('data', (piece: Buffer) => {
      if (!replay.push(piece)) socket.pause();
    });
    socket.once('end', () => replay.push(null));
    socket.once('error', (error) => replay.destroy(error));
    socket.once('close', () => replay.destroy());
    http
      .request({
        createConnection: () => replay,
        headers: [],
        setDefaultHeaders: false,
        maxHeaderSize: maxHeadBytes,
      })
      .once('response', resolve)
      .once('error', reject)
      .end();
  });
