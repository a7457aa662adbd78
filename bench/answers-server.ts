import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const record = (id: number): string =>
  JSON.stringify({
    id,
    name: `customer ${id}`,
    email: `customer.${id}@example.com`,
    tags: ['gold', 'north', String(id % 97)],
    address: { street: `${id % 500} Long Road`, city: 'Springfield' },
    active: id % 3 !== 0,
  });

/** A list of records in JSON, without a line break, of at least so many bytes. */
const records = (size: number): Buffer => {
  const pieces: Buffer[] = [Buffer.from('[')];
  let length = 1;
  for (let id = 0; length < size; id += 1) {
    const piece = Buffer.from(`${id === 0 ? '' : ','}${record(id)}`);
    pieces.push(piece);
    length += piece.length;
  }
  return Buffer.concat([...pieces, Buffer.from(']')]);
};

const megabyte = 1_000_000;

/** A page with nothing in it but a box, a button that fetches, and a place for the answer. */
const bare = `<!doctype html><title>bare</title><textarea></textarea><button>Send</button><pre></pre><script>
document.querySelector('button').onclick = async () => {
  document.querySelector('pre').textContent = await (await fetch('/small')).text();
};</script>`;

export interface AnswersServer {
  readonly origin: string;
  close(): void;
}

/** Answers of 100 MB of JSON, 20 MB in a single line of text, 5 MB of JSON, and a small one. */
export const startAnswers = async (): Promise<AnswersServer> => {
  const bodies: Readonly<Record<string, readonly [type: string, body: Buffer]>> = {
    '/huge': ['application/json', records(100 * megabyte)],
    '/line': ['text/plain', Buffer.alloc(20 * megabyte, 'one line without an end ')],
    '/five': ['application/json', records(5 * megabyte)],
    '/small': ['application/json', Buffer.from(record(1))],
    '/': ['text/html', Buffer.from(bare)],
  };
  const server = createServer((request, response) => {
    const [type, body] = bodies[request.url ?? ''] ?? ['text/plain', Buffer.from('not here')];
    response.writeHead(200, { 'Content-Type': type, 'Content-Length': body.length });
    response.end(body);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
};
