import type { IncomingMessage, ServerResponse } from 'node:http';
import { pageFields, type PageFields } from '../page-policy.ts';
import type { PageFile } from '../page-files.ts';
import type { Refusal } from './checks.ts';

const end = (
  response: ServerResponse,
  status: number,
  fields: PageFields,
  body: string | Buffer = '',
): void => {
  response.writeHead(status, { ...fields, 'Content-Length': Buffer.byteLength(body) });
  response.end(response.req.method === 'HEAD' ? undefined : body);
};

/** Turns a request away with one sentence; the connection ends, so that no unread body is taken for a request. */
export const refuse = (response: ServerResponse, { status, message }: Refusal): void => {
  const fields = { ...pageFields, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  end(response, status, { ...fields, Connection: 'close' }, `${message}\n`);
};

/** Trades the token for the cookie and sends the browser to the page, whose address has no token in it. */
export const redirectHome = (response: ServerResponse, cookie: string): void =>
  end(response, 303, { ...pageFields, Location: '/', 'Set-Cookie': cookie, 'Cache-Control': 'no-store' });

export const answerJson = (response: ServerResponse, value: unknown): void =>
  end(
    response,
    200,
    { ...pageFields, 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
    JSON.stringify(value),
  );

export const answerFile = async (response: ServerResponse, file: PageFile): Promise<void> => {
  const cacheControl = file.immutable ? 'private, max-age=31536000, immutable' : 'no-store';
  const body = await file.read();
  end(response, 200, { ...pageFields, 'Content-Type': file.mediaType, 'Cache-Control': cacheControl }, body);
};

/** The whole body as text; `undefined` where it is larger than the limit. */
export const readText = async (request: IncomingMessage, limit: number): Promise<string | undefined> => {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > limit) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
};
