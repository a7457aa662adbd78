import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Handlers } from '../../shared/ipc/contract.ts';
import type { HostEvent } from '../../shared/ipc/events.ts';
import { door } from '../door.ts';
import { pageFiles } from '../page-files.ts';
import { answerFile, answerJson, readText, redirectHome, refuse } from './answers.ts';
import { refusalOf } from './checks.ts';
import { pushEvents } from './events.ts';
import { openInBrowser } from './open-in-browser.ts';
import { createSession } from './session.ts';

/** What the browser host needs of the engine. */
export interface ServedEngine {
  readonly handlers: Handlers;
  listen(listener: (event: HostEvent) => void): () => void;
}

export interface ServeOptions {
  readonly engine: ServedEngine;
  /** The built page (out/renderer). */
  readonly rendererFolder: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Whether to open the address in the person's browser. */
  readonly open: boolean;
}

export interface Served {
  /** With the one-time token: for the person who started the host, and nobody else. */
  readonly address: string;
  /** Whether a browser was opened with the address; the token is then spent. */
  readonly opened: boolean;
  close(): Promise<void>;
}

/** The largest command is a request with its body (10 million characters) in JSON. */
const bodyLimit = 64 * 1024 * 1024;

const listening = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });

/**
 * The browser host: the window's page and the engine's commands over HTTP on 127.0.0.1, the engine's events over a
 * WebSocket.
 *
 * - `GET /?token=…` trades the one-time token for a cookie and redirects to `/`.
 * - `POST /api/<command>` takes JSON and the field `X-Why401: 1`, and answers with the contract's `Reply`.
 * - `GET /events` is the WebSocket; each message is one event of the contract.
 *
 * A wrong name, origin or token gets a short refusal and changes nothing. Rejects where the port is taken.
 */
export const serve = async ({ engine, rendererFolder, port, open }: ServeOptions): Promise<Served> => {
  const files = await pageFiles(rendererFolder);
  const call = door(engine.handlers);
  const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 60_000 });
  const actualPort = await listening(server, port);
  const authority = `127.0.0.1:${actualPort}`;
  const session = createSession(actualPort);
  const entrance = { authority, session };

  const enter = (token: string, response: ServerResponse): void => {
    const redeemed = session.redeem(token);
    if ('cookie' in redeemed) return redirectHome(response, redeemed.cookie);
    const message =
      redeemed.refused === 'used'
        ? `This address was used already. The browser that used it can open http://${authority}/; for another one start why401 again.`
        : 'This is not the address that why401 printed when it started.';
    return refuse(response, { status: 403, message });
  };

  const command = async (name: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const text = await readText(request, bodyLimit);
    if (text === undefined) return refuse(response, { status: 413, message: 'This command is too large.' });
    let arg: unknown;
    try {
      arg = text === '' ? undefined : JSON.parse(text);
    } catch {
      return refuse(response, { status: 400, message: 'This command is not JSON.' });
    }
    return answerJson(response, await call(name, arg));
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = URL.parse(request.url ?? '/', `http://${authority}`);
    if (url === null) return refuse(response, { status: 400, message: 'This address cannot be read.' });
    const token = request.method === 'GET' && url.pathname === '/' ? url.searchParams.get('token') : null;
    const kind = request.method === 'POST' ? 'command' : token === null ? 'page' : 'entry';
    const refusal = refusalOf(request, kind, entrance);
    if (refusal !== undefined) return refuse(response, refusal);
    if (request.method === 'POST') {
      if (!url.pathname.startsWith('/api/')) return refuse(response, { status: 404, message: 'Not here.' });
      return command(url.pathname.slice('/api/'.length), request, response);
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return refuse(response, { status: 405, message: 'Only GET, HEAD and POST are answered.' });
    }
    if (token !== null) return enter(token, response);
    const file = files.get(url.pathname === '/' ? '/index.html' : url.pathname);
    return file === undefined
      ? refuse(response, { status: 404, message: 'Not here.' })
      : answerFile(response, file);
  };

  server.on('request', (request, response) => {
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else refuse(response, { status: 500, message: 'why401 failed at this by a fault of its own.' });
    });
  });
  const events = pushEvents(server, engine.listen.bind(engine), (request) =>
    request.url === '/events'
      ? refusalOf(request, 'events', entrance)
      : { status: 404, message: 'Not here.' },
  );

  const address = `http://${authority}/?token=${session.token}`;
  return {
    address,
    opened: open && (await openInBrowser(address)),
    close: () =>
      new Promise((resolve) => {
        events.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
