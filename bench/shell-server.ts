import { createHash } from 'node:crypto';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The server that the shell is measured against, a process of its own: Basic, Digest with MD5, a token endpoint with an
 * API behind it, and a large answer. It tells its port to the process that forked it.
 */
const md5 = (text: string): string => createHash('md5').update(text).digest('hex');
const nonce = md5('bench');
const ha1 = md5('alice:bench:wonderland');
const large = Buffer.alloc(1024 * 1024, 'why401 ');

const answer = (response: ServerResponse, status: number, body: unknown, challenge?: string): void => {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    ...(challenge === undefined ? {} : { 'WWW-Authenticate': challenge }),
  });
  response.end(JSON.stringify(body));
};

const digestIsRight = ({ method = '', headers }: IncomingMessage): boolean => {
  const given = new Map(
    [...(headers.authorization ?? '').matchAll(/(\w+)=(?:"([^"]*)"|([^,\s]*))/g)].map(
      ([, name = '', quoted, bare]) => [name, quoted ?? bare ?? ''],
    ),
  );
  const ha2 = md5(`${method}:${given.get('uri') ?? ''}`);
  const mixed = ['nonce', 'nc', 'cnonce', 'qop'].map((name) => given.get(name) ?? '').join(':');
  return given.get('nonce') === nonce && given.get('response') === md5(`${ha1}:${mixed}:${ha2}`);
};

const sendLarge = (response: ServerResponse, mebibytes: number): void => {
  response.writeHead(200, { 'Content-Length': mebibytes * large.length });
  let left = mebibytes;
  const more = (): void => {
    while (left > 0) {
      left -= 1;
      if (!response.write(large)) {
        response.once('drain', more);
        return;
      }
    }
    response.end();
  };
  more();
};

const server = http.createServer((request, response) => {
  request.resume();
  const { authorization } = request.headers;
  const reached = { secret: 'reached' };
  const { url = '' } = request;
  switch (url) {
    case '/basic':
      if (authorization === `Basic ${btoa('alice:wonderland')}`) answer(response, 200, reached);
      else answer(response, 401, {}, 'Basic realm="bench"');
      break;
    case '/digest':
      if (digestIsRight(request)) answer(response, 200, reached);
      else answer(response, 401, {}, `Digest realm="bench", nonce="${nonce}", qop="auth", algorithm=MD5`);
      break;
    case '/token':
      answer(response, 200, { access_token: 'bench-token', token_type: 'Bearer', expires_in: 300 });
      break;
    case '/me':
      if (authorization === 'Bearer bench-token') answer(response, 200, reached);
      else answer(response, 401, {}, 'Bearer');
      break;
    case '/large':
      sendLarge(response, 50);
      break;
    default:
      answer(response, 404, {});
  }
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
