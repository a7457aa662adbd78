import { responseOf, type Exchange } from '../exchange/exchange.ts';
import { valueOf } from '../exchange/fields.ts';
import { apache } from './apache.ts';
import { caddy } from './caddy.ts';
import { envoy } from './envoy.ts';
import { iis } from './iis.ts';
import { kubernetes } from './kubernetes.ts';
import type { LogServer, SeenAt } from './log-server.ts';
import { nginx } from './nginx.ts';

/** Server software whose logs we know, the commonest first. */
export const logServers: readonly LogServer[] = [nginx, apache, caddy, envoy, iis, kubernetes];

/** The software that the answer gives away; more than one where one stands in front of another. */
export const serversOf = (exchange: Exchange): readonly LogServer[] => {
  const fields = responseOf(exchange)?.fields ?? [];
  return logServers.filter(({ speaks }) =>
    speaks.some(({ field, says }) => says.test(valueOf(fields, field) ?? '')),
  );
};

const idFields = ['X-Request-Id', 'X-Correlation-Id', 'Request-Id', 'X-Amzn-RequestId', 'X-Trace-Id'];

/** How the server’s log knows the exchange; nothing where no server answered or its time is not known. */
export const seenAtServer = (exchange: Exchange): SeenAt | undefined => {
  const { request, timings } = exchange;
  const response = responseOf(exchange);
  if (response === undefined || request.unseen === true || !URL.canParse(request.url)) return undefined;
  const { hostname, pathname } = new URL(request.url);
  const told = Date.parse(valueOf(response.fields, 'Date') ?? '');
  const atMs = Number.isNaN(told) ? timings.startedAtMs : told;
  if (atMs <= 0) return undefined;
  const requestId = idFields
    .map((name) => valueOf(response.fields, name) ?? valueOf(request.fields, name))
    .find((value) => value !== undefined && /^[\w.:=+/-]{4,128}$/.test(value));
  return {
    method: request.method,
    host: hostname,
    path: pathname,
    status: response.status,
    atSeconds: Math.floor(atMs / 1000),
    requestId,
  };
};
