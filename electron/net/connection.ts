import { isIP, type Socket } from 'node:net';
import type { Connection } from '../../shared/exchange/exchange.ts';
import { whenSecure, type TlsFacts } from './tls.ts';
import type { Stopwatch } from './timings.ts';

interface Watched {
  readonly secure: boolean;
  readonly verifyTls: boolean;
  readonly proxy: string | undefined;
  readonly proxyNote?: string | undefined;
  readonly unixSocket?: string | undefined;
  readonly clientCertificate?: Connection['clientCertificate'];
}

/** Gathers what is known of one connection while it comes about, and marks its phases. */
export class ConnectionWatch {
  connected = false;
  reused = false;
  #addresses: Pick<Connection, 'localAddress' | 'localPort' | 'remoteAddress' | 'remotePort'> = {};
  #tls: TlsFacts | undefined;
  readonly #secure: boolean;
  readonly #verify: boolean;
  readonly #proxy: string | undefined;
  readonly #proxyNote: string | undefined;
  readonly #unixSocket: string | undefined;
  readonly #clientCertificate: Connection['clientCertificate'];
  readonly #stopwatch: Stopwatch;

  constructor(watched: Watched, stopwatch: Stopwatch) {
    const { secure, verifyTls, proxy, proxyNote, unixSocket, clientCertificate } = watched;
    this.#secure = secure;
    this.#verify = verifyTls;
    this.#proxy = proxy;
    this.#proxyNote = proxyNote;
    this.#unixSocket = unixSocket;
    this.#clientCertificate = clientCertificate;
    this.#stopwatch = stopwatch;
  }

  /** `host` is where the socket goes: the server, or the proxy before it. */
  watch(socket: Socket, host: string, port: number, reused: boolean): void {
    this.reused = reused;
    if (isIP(host) !== 0 && this.#unixSocket === undefined)
      this.#addresses = { remoteAddress: host, remotePort: port };
    if (socket.connecting) {
      socket.once('lookup', (error: Error | null, address: string) => {
        if (error !== null) return;
        this.#stopwatch.mark('dnsMs');
        this.#addresses = { remoteAddress: address, remotePort: port };
      });
      socket.once('connect', () => {
        this.#stopwatch.mark('connectMs');
        this.#onConnected(socket);
      });
    } else {
      this.#onConnected(socket);
    }
    whenSecure(socket, (facts) => {
      if (!reused) this.#stopwatch.mark('tlsMs');
      this.#tls = facts;
    });
  }

  /** The request's bytes can leave from now on: the handshake is over, and its certificate was accepted. */
  get open(): boolean {
    if (!this.#secure) return this.connected;
    return this.#tls !== undefined && (this.#tls.authorized || !this.#verify);
  }

  get handshaking(): boolean {
    return this.connected && !this.open;
  }

  facts(): Connection | undefined {
    if (!this.connected && this.#addresses.remoteAddress === undefined) return undefined;
    return {
      ...this.#addresses,
      ...(this.#unixSocket === undefined ? {} : { unixSocket: this.#unixSocket }),
      reused: this.reused,
      ...(this.#tls === undefined || this.#clientCertificate === undefined
        ? {}
        : { clientCertificate: this.#clientCertificate }),
      ...(this.#proxy === undefined ? {} : { proxy: this.#proxy }),
      ...(this.#proxyNote === undefined ? {} : { proxyNote: this.#proxyNote }),
      ...(this.#tls === undefined ? {} : { tls: this.#tls }),
    };
  }

  #onConnected({ localAddress, localPort, remoteAddress, remotePort }: Socket): void {
    this.connected = true;
    this.#addresses = {
      ...(localAddress === undefined ? {} : { localAddress }),
      ...(localPort === undefined ? {} : { localPort }),
      ...(remoteAddress === undefined ? {} : { remoteAddress }),
      ...(remotePort === undefined ? {} : { remotePort }),
    };
  }
}
