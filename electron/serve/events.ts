import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { HostEvent } from '../../shared/ipc/events.ts';
import type { Refusal } from './checks.ts';

/** A window that does not read its events is let go before they fill the memory. */
const bufferLimit = 256 * 1024 * 1024;

const refuseUpgrade = (socket: Duplex, { status, message }: Refusal): void => {
  const body = `${message}\n`;
  const head = `HTTP/1.1 ${status} Refused\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8`;
  socket.end(`${head}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
};

/**
 * Pushes the engine's events to every window over a WebSocket at /events. Windows send nothing there: commands go
 * through the door.
 */
export const pushEvents = (
  server: Server,
  listen: (listener: (event: HostEvent) => void) => () => void,
  refusalOf: (request: IncomingMessage) => Refusal | undefined,
): { close(): void } => {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1024, perMessageDeflate: false });

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const refusal = refusalOf(request);
    if (refusal === undefined)
      sockets.handleUpgrade(request, socket, head, (window) => window.on('error', () => window.terminate()));
    else refuseUpgrade(socket, refusal);
  });

  const stopListening = listen((event) => {
    const text = JSON.stringify(event);
    for (const window of sockets.clients) {
      if (window.bufferedAmount > bufferLimit) window.terminate();
      else window.send(text);
    }
  });

  return {
    close() {
      stopListening();
      for (const window of sockets.clients) window.terminate();
      sockets.close();
    },
  };
};
