import type { ClientRequest } from 'node:http';
import type { ClientHttp2Stream } from 'node:http2';
import type { Field } from '../../shared/exchange/exchange.ts';
import { valueOf } from '../../shared/exchange/fields.ts';

/** A server that does not know the wish says nothing; after this time the body is sent all the same. */
const patienceMs = 1000;

/** Holds a request's body back until the server asks for it. */
export interface ContinueGate {
  /** Resolves when the body may leave; rejects where it is not wanted any more. */
  readonly opened: Promise<void>;
  watch(request: ClientRequest): void;
  watchStream(stream: ClientHttp2Stream): void;
  /** The exchange is over: a body that was not asked for stays here. */
  close(): void;
}

/** `undefined` where the request does not ask for it (RFC 9110 §10.1.1). */
export const continueGate = (fields: readonly Field[]): ContinueGate | undefined => {
  if (!/^100-continue$/i.test(valueOf(fields, 'Expect')?.trim() ?? '')) return undefined;
  let timer: NodeJS.Timeout | undefined;
  const { promise: opened, resolve, reject } = Promise.withResolvers<void>();
  // Nobody waits for it where the connection fails first.
  opened.catch(() => undefined);
  const wait = (): void => {
    timer = setTimeout(resolve, patienceMs);
  };
  return {
    opened,
    watch(request) {
      request.once('continue', resolve);
      request.once('response', () => clearTimeout(timer));
      request.once('socket', (socket) => {
        if (socket.connecting) socket.once('connect', wait);
        else wait();
      });
    },
    watchStream(stream) {
      stream.once('continue', resolve);
      stream.once('response', () => clearTimeout(timer));
      wait();
    },
    close() {
      clearTimeout(timer);
      reject(new Error('The body was not asked for.'));
    },
  };
};
