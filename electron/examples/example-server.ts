import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt } from '../../shared/token/jwt.ts';
import type { Example, ExampleAnswer, ExampleRequest, ExampleWorld, Prepared } from './example.ts';
import { examples } from './index.ts';

/** The bundled server that fails in known ways: on loopback, on a free port, started when the first example is opened. */
export interface ExampleServer {
  prepare(example: Example): Promise<Prepared>;
  close(): Promise<void>;
}

const bodyLimit = 64 * 1024;

const listening = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });

const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    const bytes = Buffer.from(piece as Uint8Array);
    size += bytes.length;
    // The rest is read and let go: a client that is cut off would see a reset instead of the answer.
    if (size <= bodyLimit) pieces.push(bytes);
  }
  return new URLSearchParams(Buffer.concat(pieces).toString('utf8'));
};

const write = (response: ServerResponse, answer: ExampleAnswer): void => {
  const isPage = typeof answer.body === 'string';
  const body = typeof answer.body === 'string' ? answer.body : `${JSON.stringify(answer.body)}\n`;
  response.writeHead(answer.status, {
    'Content-Type': isPage ? 'text/html; charset=utf-8' : 'application/json',
    'Content-Length': Buffer.byteLength(body),
    ...answer.fields,
  });
  response.end(body);
};

const createWorld = (port: number, nowMs: () => number): ExampleWorld => {
  const key = randomBytes(32);
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const signature = (head: string): Buffer => createHmac('sha256', key).update(head).digest();
  return {
    origin: `http://127.0.0.1:${port}`,
    otherOrigin: `http://localhost:${port}`,
    memory: new Map(),
    nowSeconds: () => Math.floor(nowMs() / 1000),
    sign(claims) {
      const head = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
      return `${head}.${signature(head).toString('base64url')}`;
    },
    verify(token) {
      const decoded = decodeJwt(token);
      if (decoded.kind !== 'jwt') return undefined;
      const given = Buffer.from(decoded.jwt.signature, 'base64url');
      const right = signature(token.slice(0, token.lastIndexOf('.')));
      return given.length === right.length && timingSafeEqual(given, right) ? decoded.jwt.claims : undefined;
    },
  };
};

const start = async (
  nowMs: () => number,
): Promise<{ readonly world: ExampleWorld; close(): Promise<void> }> => {
  let world: ExampleWorld | undefined;

  const answer = async (request: IncomingMessage): Promise<ExampleAnswer> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const [, id = '', ...rest] = pathname.split('/');
    const example = examples.find((one) => one.info.id === id);
    if (example === undefined || world === undefined) return { status: 404, body: { error: 'not_found' } };
    const seen: ExampleRequest = {
      method: request.method ?? 'GET',
      path: `/${rest.join('/')}`,
      query: searchParams,
      target: request.url ?? '/',
      field: (name) => request.headersDistinct[name.toLowerCase()]?.[0],
      form: await readForm(request),
    };
    return example.answer(seen, world);
  };

  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    answer(request).then(
      (said) => write(response, said),
      () => write(response, { status: 400, body: { error: 'bad_request' } }),
    );
  };

  const server = createServer(handle);
  const port = await listening(server, 0, '127.0.0.1');
  world = createWorld(port, nowMs);
  // "localhost" means ::1 first on many machines; one without IPv6 does with 127.0.0.1 alone.
  const second = createServer(handle);
  const hasSecond = await listening(second, port, '::1').then(
    () => true,
    () => false,
  );
  const servers = hasSecond ? [server, second] : [server];
  for (const one of servers) one.unref();
  return {
    world,
    async close() {
      for (const one of servers) {
        const closed = new Promise<void>((resolve) => one.close(() => resolve()));
        one.closeAllConnections();
        await closed;
      }
    },
  };
};

/** Nothing is started before the first example is prepared. */
export const createExampleServer = (nowMs: () => number): ExampleServer => {
  let running: ReturnType<typeof start> | undefined;
  return {
    async prepare(example) {
      running ??= start(nowMs);
      const { world } = await running;
      return example.prepare(`${world.origin}/${example.info.id}`, world);
    },
    async close() {
      const current = running;
      running = undefined;
      await (await current)?.close();
    },
  };
};
