import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { onTestFinished } from 'vitest';
import type { Exchange, Failure, ReceivedResponse } from '../../shared/exchange/exchange.ts';
import type { OutgoingRequest } from '../../shared/schemes/scheme.ts';
import { createTransport } from './transport.ts';
import type { Route, TransportHooks } from './transport-types.ts';

/** What a raw server does once a whole request has come: bytes to answer with, or its own handling of the socket. */
export type Answer = string | Uint8Array | ((socket: Socket, head: string) => void);

export interface RawServer {
  readonly port: number;
  /** All bytes that came, of every connection in turn, one code unit each. */
  received(): string;
  connections(): number;
}

export interface RawServerOptions {
  readonly tls?: TlsOptions;
  /** Whether the request has come in whole; at the end of its head unless said otherwise. */
  readonly whole?: (received: string) => boolean;
  /** Leaves the connection open behind the answer. */
  readonly keepOpen?: boolean;
}

const endOfHead = (received: string): boolean => received.includes('\r\n\r\n');

/** A server that knows no HTTP: it notes every byte, and sends exactly what it is given. Closed when the test ends. */
export const rawServer = async (answer: Answer, options: RawServerOptions = {}): Promise<RawServer> => {
  const { tls, whole = endOfHead, keepOpen = false } = options;
  const all: Buffer[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const serve = (socket: Socket): void => {
    connections += 1;
    sockets.add(socket);
    let pending = '';
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    socket.on('data', (piece: Buffer) => {
      all.push(piece);
      pending += piece.toString('latin1');
      if (!whole(pending)) return;
      const head = pending;
      pending = '';
      if (typeof answer === 'function') return answer(socket, head);
      const bytes = typeof answer === 'string' ? Buffer.from(answer, 'latin1') : answer;
      if (keepOpen) socket.write(bytes);
      else socket.end(bytes);
    });
  };
  const server: Server = tls === undefined ? createServer(serve) : createTlsServer(tls, serve);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return {
    port: (server.address() as AddressInfo).port,
    received: () => Buffer.concat(all).toString('latin1'),
    connections: () => connections,
  };
};

/** An empty folder that is gone after the test. */
export const testFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'why401-net-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

export const directRoute: Route = { verifyTls: true, ca: [], proxy: undefined };

export interface Given extends Partial<Omit<OutgoingRequest, 'url'>> {
  readonly url: string;
  readonly route?: Partial<Route>;
  readonly signal?: AbortSignal;
  readonly onReceived?: TransportHooks['onReceived'];
  readonly onSent?: TransportHooks['onSent'];
}

export type Send = (given: Given) => Promise<readonly Exchange[]>;

/** A transport for one test; what is not said is a bare GET on a direct route. */
export const testTransport = ({
  folder = testFolder(),
  memoryLimit,
}: { readonly folder?: string; readonly memoryLimit?: number } = {}): Send => {
  const { transport, close } = createTransport({
    bodyFolder: folder,
    nowMs: () => Date.now(),
    newId: () => randomUUID(),
    ...(memoryLimit === undefined ? {} : { memoryLimit }),
  });
  onTestFinished(close);
  return ({
    method = 'GET',
    fields = [],
    body = { kind: 'none' },
    route,
    signal,
    onReceived,
    onSent,
    ...given
  }) =>
    transport(
      {
        purpose: 'resource',
        request: { ...given, method, fields, body },
        route: { ...directRoute, ...route },
      },
      {
        signal: signal ?? new AbortController().signal,
        ...(onReceived === undefined ? {} : { onReceived }),
        ...(onSent === undefined ? {} : { onSent }),
      },
    );
};

export const onlyOne = (exchanges: readonly Exchange[]): Exchange => {
  const [exchange] = exchanges;
  if (exchange === undefined || exchanges.length !== 1) {
    throw new Error(`There are ${exchanges.length} exchanges, not one.`);
  }
  return exchange;
};

export const lastOf = (exchanges: readonly Exchange[]): Exchange => {
  const exchange = exchanges.at(-1);
  if (exchange === undefined) throw new Error('There is no exchange.');
  return exchange;
};

export const answerOf = ({ outcome }: Exchange): ReceivedResponse => {
  if (outcome.kind === 'failed') throw new Error(`It failed: ${JSON.stringify(outcome.failure)}`);
  return outcome.response;
};

export const failureIn = ({ outcome }: Exchange): Failure => {
  if (outcome.kind === 'answered') throw new Error(`It was answered: ${outcome.response.status}`);
  return outcome.failure;
};

/** A key and a certificate for 127.0.0.1, signed by itself; `undefined` on a machine without openssl. */
export const selfSigned = (days: number): { readonly key: string; readonly cert: string } | undefined => {
  const folder = mkdtempSync(join(tmpdir(), 'why401-cert-'));
  const [key, wish, names, cert] = ['key', 'csr', 'ext', 'cert'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  const openssl = (...words: string[]): void => void execFileSync('openssl', words, { stdio: 'ignore' });
  try {
    writeFileSync(names, 'subjectAltName=IP:127.0.0.1,DNS:why401.test\n');
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    openssl('req', '-new', ...curve, '-subj', '/CN=why401 test/O=why401', '-keyout', key, '-out', wish);
    openssl(
      'x509',
      '-req',
      '-in',
      wish,
      '-signkey',
      key,
      '-days',
      `${days}`,
      '-extfile',
      names,
      '-out',
      cert,
    );
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
