import type { ClientRequest, IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';

/**
 * Writes an HTTP/1.1 request's body and waits for the head of its answer, whose body the caller reads. Rejects with
 * what the parser or the socket said; a signal that is aborted ends the exchange at any time, its answer's body included.
 */
export const exchangeHttp1 = (
  request: ClientRequest,
  data: Buffer | Readable | undefined,
  signal: AbortSignal,
): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    let answer: IncomingMessage | undefined;
    const answered = (message: IncomingMessage): void => {
      answer = message;
      resolve(message);
    };
    const abort = (): void => void (answer ?? request).destroy(new Error('The request was stopped.'));
    request.once('error', reject);
    request.once('response', answered);
    // An agreed change of protocol is an answer too, and the last thing this client understands.
    request.once('upgrade', (message, socket) => {
      socket.destroy();
      message.push(null);
      answered(message);
    });
    request.once('close', () => signal.removeEventListener('abort', abort));
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    else if (data === undefined || data instanceof Uint8Array) request.end(data);
    else data.once('error', (error) => request.destroy(error)).pipe(request);
  });
