import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { onTestFinished } from 'vitest';

/** What crossed one connection, one code unit per byte. */
export interface Recorded {
  readonly sent: string;
  readonly received: string;
}

export interface Recorder {
  readonly port: number;
  /** Connections in the order in which they were opened. */
  recorded(): readonly Recorded[];
}

/**
 * An observer that knows nothing of HTTP: passes bytes on to a server and notes them, both ways. Given a certificate, it
 * ends TLS on the client's side and notes what was inside.
 */
export const recorder = async (port: number, tls?: TlsOptions): Promise<Recorder> => {
  const connections: { readonly out: Buffer[]; readonly back: Buffer[] }[] = [];
  const sockets = new Set<Socket>();
  const pass = (client: Socket): void => {
    const notes = { out: [] as Buffer[], back: [] as Buffer[] };
    connections.push(notes);
    const server = connect(port, '127.0.0.1');
    const join = (from: Socket, to: Socket, into: Buffer[]): void => {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('data', (bytes: Buffer) => {
        into.push(bytes);
        to.write(bytes);
      });
      from.on('end', () => to.end());
    };
    join(client, server, notes.out);
    join(server, client, notes.back);
  };
  const listener = tls === undefined ? createServer(pass) : createTlsServer(tls, pass);
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    listener.close();
  });
  const text = (pieces: readonly Buffer[]): string => Buffer.concat(pieces).toString('latin1');
  return {
    port: (listener.address() as AddressInfo).port,
    recorded: () => connections.map(({ out, back }) => ({ sent: text(out), received: text(back) })),
  };
};
