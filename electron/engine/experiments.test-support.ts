import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Servers of our own for what the zoo has not: refusals that say nothing of their reason. */

export interface OwnServer {
  readonly origin: string;
  close(): Promise<void>;
}

export const serve = async (
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<OwnServer> => {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

export const bare = (response: ServerResponse, status: number): void => {
  response.writeHead(status, { 'Content-Length': '0' }).end();
};

export const welcome = (response: ServerResponse): void => {
  response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"secret":"reached"}');
};

/** Hands a request on and hides why it was refused: the status remains. */
export const hidingGateway = (port: number) =>
  serve((incoming, response) => {
    const onward = ask(
      { port, host: '127.0.0.1', path: incoming.url, method: incoming.method, headers: incoming.headers },
      (answer) => {
        answer.resume();
        const status = answer.statusCode ?? 502;
        if (status < 400) welcome(response);
        else bare(response, status === 404 ? 404 : 401);
      },
    );
    onward.on('error', () => bare(response, 502));
    incoming.pipe(onward);
  });

/** A proxy that lets nothing pass to an API and says nothing of it. */
export const closedProxy = () => serve((_, response) => bare(response, 403));

/** Two replicas behind one name, asked by turns, of which one has not heard of the token. */
export const halfReplicas = (authorization: string) => {
  let count = 0;
  return serve((request, response) => {
    count += 1;
    if (count % 2 === 0 && request.headers.authorization === authorization) welcome(response);
    else bare(response, 401);
  });
};

/** Knows one path and answers 401 to every other, so that nobody learns which exist. */
export const onePath = (path: string, authorization: string) =>
  serve((request, response) => {
    const known = request.url === path && request.headers.authorization === authorization;
    if (known) welcome(response);
    else bare(response, 401);
  });

/** An old session cookie counts for more than the credential. */
export const cookieFirst = () =>
  serve((request, response) => {
    if (request.headers.cookie === undefined && request.headers.authorization !== undefined)
      welcome(response);
    else bare(response, 401);
  });

/** An API that asks the issuer about each token, and says nothing of the answer. */
export const introspectingApi = (introspection: string, client: string) =>
  serve((request, response) => {
    const text = request.headers.authorization?.replace(/^Bearer /i, '') ?? '';
    void fetch(introspection, {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`${client}:${client}-secret`)}` },
      body: new URLSearchParams({ token: text }),
    })
      .then(async (answer) => (await answer.json()) as { active?: boolean })
      .then(({ active }) => {
        if (active === true) welcome(response);
        else bare(response, 401);
      })
      .catch(() => bare(response, 500));
  });
