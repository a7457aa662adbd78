import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';

export interface Http1Exchange<Answer> {
  readonly data: Buffer | Readable | undefined;
  /** Aborted at any time, it ends the exchange, its answer's body included. */
  readonly signal: AbortSignal;
  /** Reads the answer, from the moment on at which its head is there. */
  read(message: IncomingMessage): Promise<Answer>;
}

/** Writes an HTTP/1.1 request's body and has its answer read. Rejects with what the parser or the socket said. */
export const exchangeHttp1 = <Answer>(
  request: ClientRequest,
  { data, signal, read }: Http1Exchange<Answer>,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    let answer: IncomingMessage | undefined;
    const answered = (message: IncomingMessage): void => {
      answer = message;
      resolve(read(message));
    };
    const abort = (): void => void (answer ?? request).destroy(new Error('The request was stopped.'));
    request.on('error', reject);
    request.on('response', answered);
    // An agreed change of protocol is an answer too, and the last thing this client understands.
    request.on('upgrade', (message, socket) => {
      socket.destroy();
      message.push(null);
      answered(message);
    });
    request.on('close', () => signal.removeEventListener('abort', abort));
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    else if (data === undefined || data instanceof Uint8Array) request.end(data);
    else data.once('error', (error) => request.destroy(error)).pipe(request);
  });
