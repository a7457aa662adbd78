import { Axios, type AxiosAdapter } from 'axios';
import http, { type ClientRequest, type IncomingMessage } from 'node:http';
import https from 'node:https';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { Exchange, Outcome } from '../../shared/exchange/exchange.ts';
import { addressOf, type Address } from './address.ts';
import {
  createPools,
  TunnelRefused,
  type Pool,
  type Pools,
  type Ticket,
  type TicketOptions,
} from './agents.ts';
import type { BodyFolder } from './body-keeper.ts';
import { WireError } from './failures.ts';
import { differsByHost, routeForHost, type HostRoute } from './host-route.ts';
import { continueGate } from './expect-continue.ts';
import { carryOverHttp2 } from './h2-exchange.ts';
import { http2Fields } from './h2-fields.ts';
import { exchangeHttp1 } from './http1-exchange.ts';
import { receiveBody } from './incoming-body.ts';
import { outgoingStream } from './outgoing-body.ts';
import { passageThrough } from './passage.ts';
import { throughProxies } from './proxies/through-proxies.ts';
import { proxyOf, type Proxy } from './proxy.ts';
import { recordingOf } from './recording-of.ts';
import { flatFields, type Recording } from './recording.ts';
import { lineFor, serverName } from './lines.ts';
import { diedWhileIdle, sentAgain } from './died-while-idle.ts';
import { spellMethod } from './method-spelling.ts';
import { isIdempotent, trailersWithoutChunks, unsendable } from './request-checks.ts';
import { reachOf, wayTo, type WayTo } from './reach.ts';
import type { Delivery, Transport, TransportHooks } from './transport-types.ts';
import { maxHeadBytes } from './wire-log.ts';

export interface TransportOptions {
  /** Where bodies lie that are too large for memory; made when first needed. */
  readonly bodyFolder: string;
  readonly nowMs: () => number;
  /** Ids of exchanges and of body files; they become file names. */
  readonly newId: () => string;
  /** Bytes up to which a body stays in memory; 1 MiB. */
  readonly memoryLimit?: number;
}

export interface OpenTransport {
  readonly transport: Transport;
  /** Closes all connections; requests under way fail. */
  close(): Promise<void>;
}

/**
 * Carries requests over real sockets. What leaves is exactly what it is given: method and fields in their casing and
 * order, the target as it stands in the URL. Nothing is added, a proxy's credentials apart, and those are on record:
 * Host, framing and Connection are the composer's, and a body without framing goes out unframed.
 */
export const createTransport = (options: TransportOptions): OpenTransport => {
  const pools = createPools();
  const world: World = {
    pools,
    nowMs: options.nowMs,
    bodies: {
      folder: options.bodyFolder,
      newId: options.newId,
      memoryLimit: options.memoryLimit ?? 1024 * 1024,
    },
  };
  return {
    transport: throughProxies(
      (delivery, hooks, refusal) => carry(world, delivery, hooks, refusal),
      options.nowMs,
    ),
    close: () => {
      pools.close();
      return Promise.resolve();
    },
  };
};

interface World {
  readonly pools: Pools;
  readonly nowMs: () => number;
  readonly bodies: BodyFolder;
}

/** A request that can be sent: where it goes, by which way, and who writes it down. */
interface Trip extends WayTo {
  readonly world: World;
  readonly delivery: Delivery;
  readonly hooks: TransportHooks;
  readonly address: Address;
  readonly proxy: Proxy | undefined;
  /** The route as it is for this server. */
  readonly way: HostRoute;
  readonly pool: Pool;
  readonly recording: Recording;
  readonly target: string;
}

/** A proxy that is asked for a plain http address is spoken to in HTTP/1.1, and chooses itself how to go on. */
const http2NeedsTunnel =
  'HTTP/2 cannot be had through a proxy for an http:// address. Use https://, send it without the proxy, or choose another version in the settings of the request.';

const carry: (
  ...given: [World, Delivery, TransportHooks, refusal?: string]
) => ReturnType<Transport> = async (world, delivery, hooks, refusal) => {
  const { request, route } = delivery;
  const address = addressOf(request.url);
  const proxy = proxyOf(route);
  const through = typeof proxy === 'object' ? proxy : undefined;
  const absolute = through !== undefined && through.kind !== 'socks' && address?.secure === false;
  const target = (absolute ? address.absoluteForm : address?.originForm) ?? request.url;
  let way: HostRoute = route;
  const record = (): Recording => recordingOf(world, delivery, way, { address, proxy: through, target });
  const refuse = async (message: string): Promise<readonly Exchange[]> => {
    const recording = record();
    const outcome = recording.failed(new WireError('invalid-request', message), hooks.signal);
    const { sent } = outgoingStream(request, world.bodies);
    return [recording.exchange(outcome, await sent())];
  };

  if (refusal !== undefined) return await refuse(refusal);
  if (address === undefined) return await refuse('The address is not an http:// or https:// URL. Check it.');
  if (typeof proxy === 'string') return await refuse(proxy);
  if (absolute && route.httpVersion === '2') return await refuse(http2NeedsTunnel);
  const found = wayTo(route, address, through && { ...through, asks: absolute });
  if (typeof found === 'string') return await refuse(found);
  const problem = unsendable(request, target);
  if (problem !== undefined) return await refuse(problem);
  const forHost = differsByHost(route, address) ? await routeForHost(route, address) : route;
  if (typeof forHost === 'string') return await refuse(forHost);
  way = forHost;
  const pool = poolOf(world.pools, way, address, through);
  if (typeof pool === 'string') return await refuse(pool);

  // What must not be sent twice gets a connection that cannot have died unnoticed.
  // A connection of one's own is the authenticated one: another would not do.
  const bound = route.ownConnection !== undefined;
  const again = isIdempotent(request.method) && !bound;
  if (!again && !bound) pool.dropIdle();
  const trip = { world, delivery, hooks, address, ...found, proxy: through, way, pool, target };
  const first = { ...trip, recording: record() };
  const exchanges = await travel(first);
  if (!again || !diedWhileIdle(first.recording, exchanges)) return exchanges;
  pool.dropIdle();
  return [...exchanges.map(sentAgain), ...(await travel({ ...trip, recording: record() }))];
};

const poolOf = (
  pools: Pools,
  route: HostRoute,
  { secure }: Address,
  proxy: Proxy | undefined,
): Pool | string => {
  try {
    return pools.for(route, secure, proxy?.kind ?? 'none', proxy?.verifyTls ?? route.verifyTls);
  } catch {
    return 'The file of additional authorities does not hold PEM certificates. Choose another one in the settings.';
  }
};

/** The CONNECT, where there is one, and the request itself, unless the proxy refused. */
const travel = async (trip: Trip): Promise<readonly Exchange[]> => {
  const { delivery, hooks, recording, world } = trip;
  const gate = continueGate(delivery.request.fields);
  const outgoing = outgoingStream(delivery.request, world.bodies, { gate, onSent: hooks.onSent });
  const tunnels: Promise<readonly Exchange[]>[] = [];
  const before: Exchange[] = [];
  let outcome: Outcome;
  let request: ClientRequest | undefined;
  // What the parser or the socket said first; the body's stream only learns that it was cut off.
  let cause: unknown;
  try {
    const { address, way, reach, pool } = trip;
    const absolute = isAbsolute(trip);
    const passage = absolute ? undefined : passageOf(trip, tunnels);
    const { signal } = hooks;
    const line = await lineFor({ address, way, reach, pool, passage, absolute, recording, signal });
    if (line.version === '2') {
      const fields = http2Fields(delivery.request, address);
      const { data } = outgoing;
      outcome = await carryOverHttp2({
        line: line.line,
        fields,
        gate,
        data,
        recording,
        bodies: world.bodies,
        hooks,
      });
    } else {
      outcome = await dispatch(trip, outgoing.data, { passage, socket: line.socket }, (opened) => {
        request = opened;
        gate?.watch(opened);
        opened.on('error', (error) => {
          cause ??= error;
        });
      });
    }
  } catch (caught) {
    const error = caught instanceof WireError ? caught : (cause ?? caught);
    before.push(...(await Promise.all(tunnels)).flat());
    if (error instanceof TunnelRefused) return before;
    // Cancelled while the proxy was still being asked: that exchange has the failure.
    if (before.some(({ outcome: of }) => of.kind === 'failed')) return before;
    return [...before, recording.exchange(recording.failed(error, hooks.signal), await outgoing.sent())];
  } finally {
    // An answer may come while the body is still being sent: nobody reads the rest.
    if (request?.writableFinished === false) request.destroy();
    gate?.close();
  }
  before.push(...(await Promise.all(tunnels)).flat());
  return [...before, recording.exchange(outcome, await outgoing.sent())];
};

/** Where an HTTP/1.1 request finds its connection: the way through a proxy, or a socket that is open already. */
interface Http1Connection {
  readonly passage: Ticket | undefined;
  readonly socket: Socket | undefined;
}

/** Whether a proxy is asked to send the request itself. */
const isAbsolute = ({ proxy, target, address }: Trip): boolean =>
  proxy !== undefined && target === address.absoluteForm;

/** axios without its defaults: merging them into each request costs as much as the sending. */
const client = new Axios({});

/**
 * axios hands over to the adapter that is given, and does nothing else. Its own one would follow, decode, limit and
 * re-case, and costs more than the sending even with all of that switched off.
 */
const dispatch = async (
  trip: Trip,
  data: Buffer | Readable | undefined,
  connection: Http1Connection,
  onRequest: (request: ClientRequest) => void,
): Promise<Outcome> => {
  const carrier: AxiosAdapter = async (config) => {
    const request = openRequest(trip, connection);
    onRequest(request);
    const { signal } = trip.hooks;
    const outcome = await exchangeHttp1(request, {
      data,
      signal,
      read: (message) => answerTo(trip, message),
    });
    // axios would read and re-case an answer's fields: it gets its own back.
    return { data: outcome, status: 0, statusText: '', headers: config.headers, config };
  };
  return (await client.request<Outcome>({ adapter: carrier })).data;
};

const answerTo = async ({ recording, world, hooks }: Trip, message: IncomingMessage): Promise<Outcome> => {
  const head = recording.head(message);
  const bodies = { ...world.bodies, spill: hooks.spillFor?.(head) };
  const body = await receiveBody(message, { fields: head.fields, bodies, onProgress: hooks.onReceived });
  return recording.answered(message, body);
};

const openRequest = (trip: Trip, { passage, socket }: Http1Connection): ClientRequest => {
  const { delivery, address, proxy, reach, way, pool, recording, target } = trip;
  const { request } = delivery;
  const unfit = trailersWithoutChunks(request);
  if (unfit !== undefined) throw new WireError('invalid-request', unfit);
  const absolute = proxy !== undefined && isAbsolute(trip);
  const peer = absolute ? proxy : address;
  const encrypted = absolute ? proxy.kind === 'secure' : address.secure;
  // Only what is needed: Node and its agent copy them several times for each request.
  const options: TicketOptions = {
    agent: pool.agent,
    host: peer.hostname,
    port: peer.port,
    method: request.method,
    path: target,
    headers: flatFields(recording.planned.fields),
    setDefaultHeaders: false,
    maxHeaderSize: maxHeadBytes,
    httpValidation: 'relaxed',
  };
  if (passage === undefined) Object.assign(options, reach);
  else options.ticket = passage;
  if (encrypted) options.servername = serverName(absolute ? undefined : way.serverName, peer.hostname);
  if (socket !== undefined) options.dialled = socket;
  const opened = encrypted ? https.request(options) : http.request(options);
  spellMethod(opened, request.method);
  if (request.trailers !== undefined)
    opened.addTrailers(request.trailers.map(({ name, value }): [string, string] => [name, value]));
  recording.watch(opened);
  return opened;
};

/** Of a request that a proxy carries as a connection, not as a request. */
const passageOf = (
  { world, delivery, hooks, destination, proxy, reach, pool }: Trip,
  tunnels: Promise<readonly Exchange[]>[],
): Ticket | undefined =>
  proxy &&
  passageThrough(
    {
      proxy,
      address: destination,
      reach,
      onward: reachOf(delivery.route, destination.hostname, destination.port),
      login: delivery.proxyLogin,
      proxyNote: delivery.proxyNote,
      secureContext: pool.proxyContext,
      bodies: world.bodies,
      nowMs: world.nowMs,
      signal: hooks.signal,
    },
    tunnels,
  );
