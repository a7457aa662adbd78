import http from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the exchanges of `exchange.bench.ts` go to, a process of its own. It tells its port to the process that forked it. */
const answer = JSON.stringify({
  items: Array.from({ length: 20 }, (_, id) => ({ id, name: `item number ${id}` })),
});
const large = Buffer.alloc(1024 * 1024, 'why401 ');
const largeMebibytes = 200;

const server = http.createServer((request, response) => {
  if (request.url !== '/large') {
    response.writeHead(200, {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(answer),
    });
    response.end(answer);
    return;
  }
  let left = largeMebibytes;
  const more = (): void => {
    for (; left > 0; left -= 1) {
      if (!response.write(large)) {
        left -= 1;
        response.once('drain', more);
        return;
      }
    }
    response.end();
  };
  more();
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
