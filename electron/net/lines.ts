import net, { isIP, type Socket } from 'node:net';
import tls, { type ConnectionOptions, type TLSSocket } from 'node:tls';
import type { Address } from './address.ts';
import type { Pool, Ticket } from './agents.ts';
import { WireError } from './failures.ts';
import { Http2Line } from './h2-line.ts';
import type { HostRoute } from './host-route.ts';
import type { Reach } from './reach.ts';
import type { Recording } from './recording.ts';

/** A connection and the version of HTTP on it; an HTTP/1.1 one without a socket is the agent's to open or to reuse. */
export type Line =
  | { readonly version: '1.1'; readonly socket: Socket | undefined }
  | { readonly version: '2'; readonly line: Http2Line; readonly reused: boolean };

export interface LineOptions {
  readonly address: Address;
  readonly way: HostRoute;
  readonly reach: Reach;
  readonly pool: Pool;
  /** The way through a proxy, where one stands between. */
  readonly passage: Ticket | undefined;
  /** Plain HTTP to a proxy, which is asked on the client's behalf: always HTTP/1.1. */
  readonly absolute: boolean;
  readonly recording: Recording;
  readonly signal: AbortSignal;
}

/** Protocols to offer in the TLS handshake (RFC 7301); `undefined` where there is nothing to choose. */
const offer = ({ way, address, absolute }: LineOptions): readonly string[] | undefined => {
  if (absolute || way.httpVersion === '1.1' || way.boundToConnection === true) return undefined;
  if (way.httpVersion === '2') return ['h2'];
  return address.secure ? ['h2', 'http/1.1'] : undefined;
};

/**
 * The connection for one request: an HTTP/2 one that is open, or a new one on which the server chooses by ALPN. Without
 * TLS, HTTP/2 is spoken by prior knowledge (RFC 9113 §3.3) and only where the route demands it.
 */
export const lineFor = (options: LineOptions): Line | Promise<Line> => {
  const protocols = offer(options);
  return protocols === undefined ? agents : chosen(options, protocols);
};

/** HTTP/1.1 on a connection of the agent's. */
const agents: Line = { version: '1.1', socket: undefined };

const chosen = async (options: LineOptions, protocols: readonly string[]): Promise<Line> => {
  const { address, pool, recording } = options;
  const { hostAndPort, secure } = address;
  const open = pool.lines.get(hostAndPort);
  if (open?.usable === true) {
    recording.watchSocket(open.socket, true);
    return { version: '2', line: open, reused: true };
  }
  if (protocols.includes('http/1.1') && hasFree(pool, { ...address, ...placeIn(options.reach) }))
    return agents;
  const socket = await dial(options, protocols);
  if (secure && alpnOf(socket) !== 'h2') {
    if (protocols.includes('http/1.1')) return { version: '1.1', socket };
    socket.destroy();
    throw new WireError(
      'tls',
      `${hostAndPort} does not offer HTTP/2. Choose another version in the settings of the request.`,
    );
  }
  const line = new Http2Line(socket, `${secure ? 'https' : 'http'}://${hostAndPort}`, () => {
    if (pool.lines.get(hostAndPort) === line) pool.lines.delete(hostAndPort);
  });
  pool.lines.set(hostAndPort, line);
  return { version: '2', line, reused: false };
};

const alpnOf = (socket: Socket | TLSSocket): unknown =>
  'alpnProtocol' in socket ? socket.alpnProtocol : undefined;

/** Whether the agent keeps an idle HTTP/1.1 connection to the server: then its choice is known. */
const hasFree = ({ agent }: Pool, { hostname, port }: Pick<Address, 'hostname' | 'port'>): boolean =>
  Object.entries(agent.freeSockets).some(
    ([name, sockets]) => name.startsWith(`${hostname}:${port}:`) && (sockets?.length ?? 0) > 0,
  );

/** Where the agent knows the connection by, if not by the address. */
const placeIn = ({ host, port }: Reach): { readonly hostname?: string; readonly port?: number } =>
  host === undefined || port === undefined ? {} : { hostname: host, port };

const dial = async (options: LineOptions, protocols: readonly string[]): Promise<Socket> => {
  const { address, way, reach, pool, passage, recording, signal } = options;
  const { hostname, port, secure } = address;
  const { socketPath, ...rest } = reach;
  const place = socketPath === undefined ? { host: hostname, port, ...rest } : { path: socketPath };
  const through = await passage?.open();
  const trust: ConnectionOptions = {
    servername: serverName(way.serverName, hostname),
    secureContext: pool.secureContext,
    rejectUnauthorized: way.verifyTls,
    ALPNProtocols: [...protocols],
  };
  const socket = !secure
    ? (through ?? net.connect(place))
    : tls.connect(
        through === undefined ? { ...place, ...trust } : { socket: through, host: hostname, ...trust },
      );
  socket.setNoDelay(true);
  recording.watchSocket(socket, false);
  const abort = (): void => void socket.destroy(new Error('The request was stopped.'));
  signal.addEventListener('abort', abort);
  try {
    if (signal.aborted) abort();
    if (secure || through === undefined) await ready(socket, secure ? 'secureConnect' : 'connect');
    return socket;
  } finally {
    signal.removeEventListener('abort', abort);
  }
};

const ready = (socket: Socket, event: 'secureConnect' | 'connect'): Promise<void> =>
  new Promise((resolve, reject) => {
    const failed = (error: Error): void => reject(error);
    const closed = (): void => reject(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
    socket.once('error', failed).once('close', closed);
    socket.once(event, () => {
      socket.off('error', failed).off('close', closed);
      resolve();
    });
  });

/** An address has no name that could be indicated (RFC 6066 §3). */
export const serverName = (chosen: string | undefined, hostname: string): string =>
  chosen ?? (isIP(hostname) === 0 ? hostname : '');
