/* oxlint-disable no-underscore-dangle -- it is Node's name for the head that waits to be written */
import type { ClientRequest } from 'node:http';

/**
 * Node writes methods in capitals, though they are case-sensitive (RFC 9110 §9.1) and "patch" is a classic mistake.
 * The head is already composed at this point, and waits for the socket.
 */
export const spellMethod = (request: ClientRequest & { _header?: unknown }, method: string): void => {
  if (request.method === method || typeof request._header !== 'string') return;
  request._header = method + request._header.slice(request.method.length);
  request.method = method;
};
