import http from 'node:http';
import https from 'node:https';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import tls, { type SecureContext } from 'node:tls';
import type { Http2Line } from './h2-line.ts';
import { trusting } from './tls.ts';
import type { HostRoute } from './host-route.ts';
import type { Proxy } from './proxy.ts';
import type { Route } from './transport-types.ts';

/** Shorter than servers keep idle connections (5 s and more), so that a kept one is seldom already dead. */
const idleMs = 4000;
/** Idle connections to one server: a window that fetches many at once need not keep them all. */
const mostIdle = 8;

/** A request's wish for a connection through a proxy, carried to the agent among the request's options. */
export interface Ticket {
  /** The connection, to be encrypted if the server wants it; rejects with the failure of the request. */
  open(): Promise<Socket>;
}

/** The proxy did not open the tunnel: the exchange with it tells why. */
export class TunnelRefused extends Error {
  override readonly name = 'TunnelRefused';

  constructor() {
    super('The proxy did not open a tunnel.');
  }
}

export interface TicketOptions extends https.RequestOptions {
  ticket?: Ticket | undefined;
  /** A connection that is open already. */
  dialled?: Socket | undefined;
  /** Comes from the agent's own options. */
  readonly secureContext?: SecureContext | undefined;
}

type Connected = (error: Error | null, stream: Duplex) => void;

const redeem = (
  ticket: Ticket | undefined,
  callback: Connected | undefined,
  dress: (socket: Socket) => Socket,
): undefined => {
  if (ticket === undefined || callback === undefined) throw new TypeError('A tunnel needs a ticket.');
  void (async (): Promise<void> => {
    const opened = await ticket.open().catch((error: unknown) => error);
    // The signature wants a stream beside the error; nobody looks at it.
    if (opened instanceof Socket) callback(null, dress(opened));
    else callback(opened instanceof Error ? opened : new Error(String(opened)), new Socket());
  })();
  return undefined;
};

/** Gives TLS connections straight to the server. */
class DirectAgent extends https.Agent {
  override createConnection(options: TicketOptions, callback?: Connected): Duplex | null | undefined {
    return options.dialled ?? super.createConnection(options, callback);
  }
}

/** Gives TLS connections inside tunnels; kept ones are used again like any other. */
class TunnelAgent extends https.Agent {
  override createConnection(
    { ticket, dialled, host, servername, secureContext, rejectUnauthorized }: TicketOptions,
    callback?: Connected,
  ): Socket | undefined {
    if (dialled !== undefined) return dialled;
    const trust = { servername, secureContext, rejectUnauthorized, ALPNProtocols: ['http/1.1'] };
    return redeem(ticket, callback, (socket) => tls.connect({ ...trust, socket, host: host ?? '' }));
  }
}

/** Gives plain connections that lead through a SOCKS proxy. */
class PassageAgent extends http.Agent {
  override createConnection({ ticket }: TicketOptions, callback?: Connected): undefined {
    return redeem(ticket, callback, (socket) => socket);
  }
}

/** Connections of one kind of route, kept for a moment after use. */
export interface Pool {
  readonly agent: http.Agent;
  /** HTTP/2 connections by host and port. */
  readonly lines: Map<string, Http2Line>;
  /** Trust in the server. */
  readonly secureContext: SecureContext | undefined;
  /** Trust in a proxy that is reached over TLS: a server's client certificate is not for it. */
  readonly proxyContext: SecureContext | undefined;
  /** Closes connections that nobody uses, so that the next request gets a fresh one. */
  dropIdle(): void;
}

type ProxyKind = 'none' | Proxy['kind'];

export interface Pools {
  /**
   * Never the same pool for two routes that differ in trust or proxy. Throws where an authority is not PEM.
   * @param verifyProxy whether the certificate of an HTTPS proxy is checked
   */
  for(route: HostRoute, secure: boolean, proxy: ProxyKind, verifyProxy: boolean): Pool;
  close(): void;
}

export const createPools = (): Pools => {
  const shared = new Map<string, Pool>();
  const owned = new WeakMap<object, Map<string, Pool>>();
  const poolsOf = ({ ownConnection }: Route): Map<string, Pool> => {
    if (ownConnection === undefined) return shared;
    const own = owned.get(ownConnection) ?? new Map<string, Pool>();
    owned.set(ownConnection, own);
    return own;
  };
  const contexts = new Map<string, SecureContext>();
  const contextOf = (route: HostRoute): SecureContext => {
    const key = JSON.stringify([
      route.ca,
      route.tlsMinimum,
      route.tlsMaximum,
      route.clientCertificate?.fingerprint,
    ]);
    const context = contexts.get(key) ?? trusting(route);
    contexts.set(key, context);
    return context;
  };
  // A route may hold a company's whole list of authorities: it is compared once, not for each request.
  const known = new WeakMap<Route, Map<string, Pool>>();
  return {
    for(route, secure, proxy, verifyProxy) {
      const kind = `${secure} ${proxy}`;
      const ofRoute = known.get(route) ?? new Map<string, Pool>();
      known.set(route, ofRoute);
      const ready = ofRoute.get(kind);
      if (ready !== undefined) return ready;
      const key = JSON.stringify([
        kind,
        {
          ...route,
          proxy: proxy === 'none' ? undefined : route.proxy,
          clientCertificate: route.clientCertificate?.fingerprint,
        },
      ]);
      const pools = poolsOf(route);
      const pool = pools.get(key) ?? createPool(route, secure, proxy, verifyProxy, contextOf);
      pools.set(key, pool);
      ofRoute.set(kind, pool);
      return pool;
    },
    close() {
      for (const { agent, lines } of shared.values()) {
        agent.destroy();
        for (const line of lines.values()) line.destroy();
      }
      shared.clear();
    },
  };
};

const createPool = (
  route: HostRoute,
  secure: boolean,
  proxy: ProxyKind,
  verifyProxy: boolean,
  contextOf: (route: HostRoute) => SecureContext,
): Pool => {
  const kept = {
    keepAlive: true,
    timeout: idleMs,
    ...(route.ownConnection === undefined ? {} : { maxSockets: 1 }),
  };
  // A resumed session shows no chain of certificates, hence none is kept.
  const overTls = (): https.AgentOptions => ({
    ...kept,
    maxCachedSessions: 0,
    ALPNProtocols: ['http/1.1'],
    rejectUnauthorized: secure ? route.verifyTls : verifyProxy,
    secureContext: contextOf(route),
  });
  const encrypted = secure || proxy === 'secure';
  const agent =
    secure && proxy !== 'none'
      ? new TunnelAgent(overTls())
      : proxy === 'socks'
        ? new PassageAgent(kept)
        : encrypted
          ? new DirectAgent(overTls())
          : new http.Agent(kept);
  // Not among its options, which are copied for each request.
  agent.maxFreeSockets = mostIdle;
  const lines = new Map<string, Http2Line>();
  return {
    agent,
    lines,
    secureContext: secure ? contextOf(route) : undefined,
    proxyContext: proxy === 'secure' ? contextOf({ ...route, clientCertificate: undefined }) : undefined,
    dropIdle() {
      for (const sockets of Object.values(agent.freeSockets)) {
        for (const socket of sockets ?? []) socket.destroy();
      }
      for (const line of lines.values()) if (line.idle) line.close();
    },
  };
};
