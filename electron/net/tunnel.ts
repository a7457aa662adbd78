import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { Socket } from 'node:net';
import type { SecureContext } from 'node:tls';
import { responseOf, type Exchange, type SentField } from '../../shared/exchange/exchange.ts';
import { valuesOf } from '../../shared/exchange/fields.ts';
import type { Address } from './address.ts';
import type { BodyFolder } from './body-keeper.ts';
import { receiveBody } from './incoming-body.ts';
import type { ProxyAnswer, ProxyLogin } from './proxies/proxy-login.ts';
import type { Proxy } from './proxy.ts';
import { flatFields, Recording } from './recording.ts';
import { replayed } from './replay.ts';
import type { Reach } from './reach.ts';
import { untap } from './tap.ts';
import { maxHeadBytes } from './wire-log.ts';

export interface TunnelOptions {
  readonly proxy: Proxy;
  /** Where the tunnel leads. */
  readonly address: Address;
  /** How the socket gets to the proxy. */
  readonly reach: Reach;
  readonly login: ProxyLogin | undefined;
  readonly proxyNote: string | undefined;
  /** For a proxy that is itself reached over TLS. */
  readonly secureContext: SecureContext | undefined;
  readonly bodies: BodyFolder;
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
}

/** The CONNECT exchanges, and the socket behind the last one where the proxy agreed. */
export interface Tunnel {
  readonly exchanges: readonly Exchange[];
  readonly socket: Socket | undefined;
}

/** One CONNECT: its exchange, and what is left of the connection. */
interface Leg {
  readonly exchange: Exchange;
  readonly socket: Socket | undefined;
  readonly agreed: boolean;
}

/** What ends a login that never ends. */
const mostLegs = 5;

/**
 * Asks a proxy for a tunnel (RFC 9110 §9.3.6), and again with credentials where it wants some: over the same connection
 * if that stays open. A refusal is the exchange's answer, with its body, since that is where a proxy says why.
 * @throws WireError where the proxy cannot be shown what it was to be shown
 */
export const openTunnel = async (options: TunnelOptions): Promise<Tunnel> => {
  const { login } = options;
  const exchanges: Exchange[] = [];
  let answer = await login?.first();
  let kept: Socket | undefined;
  for (;;) {
    const leg = await connectOnce(options, answer, kept);
    exchanges.push(leg.exchange);
    if (leg.agreed) return { exchanges, socket: leg.socket };
    const response = responseOf(leg.exchange);
    answer =
      response === undefined || exchanges.length === mostLegs ? undefined : await login?.next(response);
    if (answer === undefined) {
      leg.socket?.destroy();
      return { exchanges, socket: undefined };
    }
    kept = leg.socket;
  }
};

const connectOnce = async (
  options: TunnelOptions,
  answer: ProxyAnswer | undefined,
  kept: Socket | undefined,
): Promise<Leg> => {
  const { proxy, address, bodies, nowMs, signal } = options;
  const fields = connectFields(address, answer?.field);
  const recording = new Recording(
    {
      id: bodies.newId(),
      purpose: 'connect',
      method: 'CONNECT',
      url: `https://${address.hostAndPort}/`,
      target: address.hostAndPort,
      fields,
      redirect: undefined,
      xray: answer?.xray,
      hostname: proxy.hostname,
      port: proxy.port,
      secure: proxy.kind === 'secure',
      verifyTls: proxy.verifyTls,
      peer: proxy,
      proxy: proxy.hostAndPort,
      proxyNote: options.proxyNote,
    },
    nowMs,
  );
  const request = connectRequest(options, fields, kept);
  recording.watch(request, kept !== undefined);
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
      const outcome = recording.answered(message, none);
      return { exchange: recording.exchange(outcome, { kind: 'none' }), socket, agreed: true };
    }
    return await refusalOf(recording, { message, socket, head }, options);
  } catch (error) {
    const outcome = recording.failed(error, signal);
    return { exchange: recording.exchange(outcome, { kind: 'none' }), socket: undefined, agreed: false };
  } finally {
    signal.removeEventListener('abort', abort);
  }
};

/** Reads the body of a refusal; the connection is kept where its end does not end the connection. */
const refusalOf = async (
  recording: Recording,
  { socket, head }: ConnectAnswer,
  { bodies, signal }: TunnelOptions,
): Promise<Leg> => {
  const stopReading = (): void => {
    socket.destroy(new Error('The request was stopped.'));
  };
  signal.addEventListener('abort', stopReading);
  let keeps = false;
  try {
    const { message, release } = await replayed(recording.log.rawResponseHead ?? '', head, socket);
    const body = await receiveBody(message, { fields: recording.head(message).fields, bodies });
    release();
    keeps = staysOpen(message, recording) && !socket.destroyed;
    const outcome = recording.answered(message, body);
    return {
      exchange: recording.exchange(outcome, { kind: 'none' }),
      socket: keeps ? socket : undefined,
      agreed: false,
    };
  } finally {
    signal.removeEventListener('abort', stopReading);
    if (!keeps) socket.destroy();
  }
};

/** RFC 9112 §9.3, for an answer whose own framing says where it ends. */
const staysOpen = ({ httpVersion, complete }: IncomingMessage, recording: Recording): boolean => {
  const fields = recording.log.head?.fields ?? [];
  const options = [...valuesOf(fields, 'Connection'), ...valuesOf(fields, 'Proxy-Connection')]
    .join(',')
    .toLowerCase();
  const framed =
    valuesOf(fields, 'Content-Length').length > 0 || valuesOf(fields, 'Transfer-Encoding').length > 0;
  const persistent = httpVersion === '1.1' ? !options.includes('close') : options.includes('keep-alive');
  return complete && framed && persistent;
};

/** Host is required (RFC 9112 §3.2); nothing else goes to the proxy that the person does not know of. */
const connectFields = (
  { hostAndPort }: Address,
  credentials: SentField | undefined,
): readonly SentField[] => [
  { name: 'Host', value: hostAndPort, origin: { from: 'proxy', note: 'the server behind the proxy' } },
  ...(credentials === undefined ? [] : [credentials]),
];

const connectRequest = (
  { proxy, address, reach, secureContext }: TunnelOptions,
  fields: readonly SentField[],
  kept: Socket | undefined,
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
  };
  const request =
    kept !== undefined
      ? http.request({ ...plain, createConnection: () => kept })
      : proxy.kind === 'secure'
        ? https.request({
            ...plain,
            agent: false,
            rejectUnauthorized: proxy.verifyTls,
            ...trustOf(secureContext),
          })
        : http.request({ ...plain, agent: false });
  return request.end();
};

/** Node hands it through to the TLS socket; its types do not know. */
const trustOf = (
  secureContext: SecureContext | undefined,
): https.RequestOptions & { secureContext?: SecureContext } =>
  secureContext === undefined ? {} : { secureContext };

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
