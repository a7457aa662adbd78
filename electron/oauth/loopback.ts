import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isLoopbackHost } from '../../shared/schemes/parts/loopback-host.ts';
import { callbackPage, pageHeaders } from './callback-page.ts';
import { isAnswer, stateIn, type LoginAnswer } from './login-answer.ts';
import { unverified } from './response-object.ts';

/**
 * Waits for the browser to come back from a login (RFC 8252 §7.3). Listens on the loopback interface only, takes one
 * path under the very name of the redirect URI, and one answer with the state that was asked for.
 */
export interface LoopbackListener {
  /** With the port that is really listened on. */
  readonly redirectUri: string;
  /** The parameters of the answer; the reason why none came. */
  wait(
    state: string,
    options: { readonly signal: AbortSignal; readonly timeoutMs: number },
  ): Promise<LoginAnswer>;
  close(): void;
}

export type Listening =
  | { readonly ok: true; readonly listener: LoopbackListener }
  /** One sentence: what is wrong with the redirect URI or its port, and what to do. */
  | {
      readonly ok: false;
      readonly code: 'redirect-uri-unfit' | 'redirect-port-busy';
      readonly message: string;
    };

const loopbackUri = /^(http:\/\/(?:\[::1\]|[^/:?#@\\]+))(?::(\d{1,5}))?(\/[^#]*)?$/i;

/** Whether a browser that is sent there comes back to this machine, where it can be listened for. */
export const isLoopbackRedirect = (typed: string): boolean =>
  loopbackUri.test(typed) && URL.canParse(typed) && isLoopbackHost(new URL(typed).hostname);

/** Listens at a redirect URI such as `http://127.0.0.1/callback`; without a port any free one is taken. */
export const listenForCallback = async (typed: string): Promise<Listening> => {
  const [, origin = '', port, rest = '/'] = loopbackUri.exec(typed.trim()) ?? [];
  if (!isLoopbackRedirect(typed.trim())) {
    return {
      ok: false,
      code: 'redirect-uri-unfit',
      message: `The browser cannot come back to "${typed}"; the redirect must be http:// on this machine, such as http://127.0.0.1/callback.`,
    };
  }
  const { hostname } = new URL(typed);
  const answers = createAnswers();
  // A browser may try either family for a name; the second one is a help, not a must.
  const [first = '127.0.0.1', second] =
    hostname === '[::1]' ? ['::1'] : isNumeric(hostname) ? [hostname] : ['127.0.0.1', '::1'];
  const servers: Server[] = [];
  const main = await listen(first, Number(port ?? 0), answers.handle);
  if (!('server' in main)) {
    return {
      ok: false,
      code: 'redirect-port-busy',
      message: `Port ${port ?? '0'} of the redirect cannot be used (${main.problem}); close what uses it or name another port.`,
    };
  }
  servers.push(main.server);
  const redirectUri = port === undefined ? `${origin}:${main.port}${rest}` : typed.trim();
  if (second !== undefined) {
    const other = await listen(second, main.port, answers.handle);
    if ('server' in other) servers.push(other.server);
  }
  return {
    ok: true,
    listener: {
      redirectUri,
      wait: (state, options) => answers.wait(new URL(redirectUri), state, options),
      close: () => servers.forEach(closeServer),
    },
  };
};

const isNumeric = (hostname: string): boolean => /^\d+(\.\d+){3}$/.test(hostname);

const listen = (
  host: string,
  port: number,
  handle: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ readonly server: Server; readonly port: number } | { readonly problem: string }> =>
  new Promise((resolve) => {
    const server = createServer({ maxHeaderSize: 65_536, requestTimeout: 10_000 }, handle);
    server.once('error', (error) =>
      resolve({ problem: 'code' in error ? String(error.code) : error.message }),
    );
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') throw new TypeError('A TCP server has a port.');
      resolve({ server, port: address.port });
    });
  });

/** The page that is being written gets half a second; browsers keep spare connections open for longer. */
const closeServer = (server: Server): void => {
  server.close();
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), 500).unref();
};

interface Waiting {
  readonly uri: URL;
  readonly state: string;
  strangers: number;
  settle(answer: LoginAnswer): void;
}

/** Writes the page that the browser ends at. */
type Page = (status: number, title: string, text: string) => void;

/** More than any answer of a login holds, signed objects included. */
const mostFormBytes = 256 * 1024;

/** The fields of a posted form (OAuth 2.0 Form Post Response Mode §2); `undefined` where there is none. */
const formIn = async (request: IncomingMessage): Promise<URLSearchParams | undefined> => {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) return undefined;
  const pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of request) {
      if (!(piece instanceof Buffer)) return undefined;
      size += piece.length;
      if (size > mostFormBytes) return undefined;
      pieces.push(piece);
    }
  } catch {
    return undefined;
  }
  return new URLSearchParams(Buffer.concat(pieces).toString('utf8'));
};

const createAnswers = () => {
  let waiting: Waiting | undefined;

  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    const page: Page = (status, title, text) => {
      response.writeHead(status, pageHeaders);
      response.end(request.method === 'HEAD' ? undefined : callbackPage(title, text));
    };
    const [path = '', query = ''] = (request.url ?? '').split(/\?(.*)/s, 2);
    // Another Host means that some page has pointed a name of its own at this machine.
    if (
      waiting === undefined ||
      request.headers.host?.toLowerCase() !== waiting.uri.host ||
      path !== waiting.uri.pathname
    ) {
      return page(404, 'Nothing here', 'No login is waiting at this address.');
    }
    if (request.method === 'GET') return take(new URLSearchParams(query), page);
    if (request.method !== 'POST') return page(405, 'Not understood', 'A login comes back with GET or POST.');
    void formIn(request).then((form) => {
      if (form === undefined) page(400, 'Not understood', 'A login that comes back with POST brings a form.');
      else take(form, page);
    });
  };

  /** An answer that was brought, in the query or in a form. */
  const take = (parameters: URLSearchParams, page: Page): void => {
    // The login may have ended while the form came in.
    if (waiting === undefined) return page(404, 'Nothing here', 'No login is waiting at this address.');
    if (!isAnswer(parameters)) {
      return page(400, 'No answer in it', 'This address expects the answer of a login.');
    }
    const found = stateIn(parameters, waiting.state);
    if (found === 'another') {
      waiting.strangers += 1;
      return page(
        400,
        'Not the login that is waiting',
        'This answer belongs to another login. Start again in why401.',
      );
    }
    const error = unverified(parameters).get('error');
    if (found === 'none') {
      page(400, 'The login cannot be trusted', 'The server sent no state back. why401 says more.');
    } else if (error === null) {
      page(200, 'Logged in', 'why401 has the answer. This tab can be closed.');
    } else {
      page(400, 'The login was refused', `The server answered ${error.slice(0, 100)}. why401 says more.`);
    }
    waiting.settle(found === 'none' ? { kind: 'stateless' } : { kind: 'answered', parameters });
  };

  const wait: (
    uri: URL,
    state: string,
    options: { readonly signal: AbortSignal; readonly timeoutMs: number },
  ) => Promise<LoginAnswer> = (uri, state, { signal, timeoutMs }) =>
    new Promise((resolve) => {
      const settle = (answer: LoginAnswer): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', abort);
        waiting = undefined;
        resolve(answer);
      };
      const own: Waiting = { uri, state, strangers: 0, settle };
      const abort = (): void => settle({ kind: 'cancelled' });
      const timer = setTimeout(() => settle({ kind: 'timeout', strangers: own.strangers }), timeoutMs);
      if (signal.aborted) return abort();
      signal.addEventListener('abort', abort, { once: true });
      waiting = own;
    });

  return { handle, wait };
};
