import type { IncomingMessage } from 'node:http';
import type { Session } from './session.ts';

/** A short refusal: a status and a sentence. */
export interface Refusal {
  readonly status: number;
  readonly message: string;
}

const valuesOf = (request: IncomingMessage, name: string): readonly string[] =>
  request.headersDistinct[name] ?? [];

/** Exactly our own address, once: another name that leads here (DNS rebinding) is refused. */
const checkHost = (request: IncomingMessage, authority: string): Refusal | undefined => {
  const hosts = valuesOf(request, 'host');
  if (hosts.length === 1 && hosts[0] === authority) return undefined;
  return { status: 421, message: `This is ${authority} and answers to no other name.` };
};

/** Exactly our own origin. Browsers always send it with POST and with a WebSocket. */
const checkOrigin = (request: IncomingMessage, authority: string): Refusal | undefined => {
  const origins = valuesOf(request, 'origin');
  if (origins.length === 1 && origins[0] === `http://${authority}`) return undefined;
  return { status: 403, message: 'Only the page of this address may do that.' };
};

const checkSession = (request: IncomingMessage, session: Session): Refusal | undefined =>
  session.isOpen(request.headers.cookie)
    ? undefined
    : { status: 403, message: 'Open the address that why401 printed when it started.' };

/** A field that a form or a plain cross-origin request cannot carry. */
const checkCommandFields = (request: IncomingMessage): Refusal | undefined => {
  if (request.headers['x-why401'] !== '1') return { status: 403, message: 'The field X-Why401 is missing.' };
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  return type === 'application/json'
    ? undefined
    : { status: 415, message: 'Commands take application/json.' };
};

/** Why a request is turned away before anything is read of it; `undefined` where it may pass. */
export const refusalOf = (
  request: IncomingMessage,
  kind: 'entry' | 'page' | 'command' | 'events',
  { authority, session }: { readonly authority: string; readonly session: Session },
): Refusal | undefined => {
  const host = checkHost(request, authority);
  if (host !== undefined) return host;
  switch (kind) {
    case 'entry':
      return undefined;
    case 'page':
      return checkSession(request, session);
    case 'events':
      return checkOrigin(request, authority) ?? checkSession(request, session);
    case 'command':
      return checkOrigin(request, authority) ?? checkSession(request, session) ?? checkCommandFields(request);
    default:
      return kind satisfies never;
  }
};
