import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** What came over one connection, byte for byte. */
export interface RawRequest {
  readonly method: string;
  readonly target: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** Byte string. */
  readonly body: string;
}

/** A loopback server that keeps the bytes of each request and answers 200. Connections are closed after one. */
export const startRawEcho = async (): Promise<{
  origin: string;
  take(): RawRequest[];
  close(): Promise<void>;
}> => {
  const requests: RawRequest[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    let bytes = '';
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.setEncoding('latin1');
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      bytes += String(chunk);
      const request = whole(bytes);
      if (request === undefined) return;
      requests.push(request);
      socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    take: () => requests.splice(0),
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
};

const whole = (bytes: string): RawRequest | undefined => {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const [line = '', ...lines] = bytes.slice(0, end).split('\r\n');
  const fields = lines.map((text) => {
    const colon = text.indexOf(':');
    return { name: text.slice(0, colon), value: text.slice(colon + 1).replace(/^ /, '') };
  });
  const length = Number(fields.find(({ name }) => name.toLowerCase() === 'content-length')?.value ?? 0);
  const body = bytes.slice(end + 4);
  if (body.length < length) return undefined;
  const [method = '', target = ''] = line.split(' ');
  return { method, target, fields, body };
};
