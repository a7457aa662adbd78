import type { Span } from '../http-auth/auth.ts';

/** A segment of the path that is a token or stands in its place: `/bot123:AA…/`, `/token/…`, `/<api_token>/`,
 * `/webhooks/<id>/<token>`, `/api/<name on a Hue bridge>/lights`. */
const pathSecret =
  /\/(?:bot(\d{6,}:[\w-]{20,}|[\w-]*%3c[\w-]+%3e[\w-]*|<[\w-]+>|[A-Z_]{6,}|[\w-]{30,}|undefined|null|none|nil)|(?:token|key|apikey|api_key|secret|hooks?|webhooks?|services)\/(?:\d{15,22}\/)?((?:[A-Z0-9]{8,12}\/){0,2}[\w-]{20,}|undefined|null|none|nil)|rest\/\d+\/([a-z0-9]{10,32}(?=\/[a-z]+\.))|([^/]*(?:%3c|<|\{\{|%7b%7b|\$\{)[\w .-]*(?:token|key|secret|id)[\w .-]*(?:%3e|>|\}\}?|%7d(?:%7d)?))|api\/([\w-]{8,48}(?=\/(?:lights|groups|sensors|scenes|schedules|config))|(?:undefined|null|none|nil)(?=\/?$|\/(?:lights|groups|sensors|scenes|schedules|config))))(?=\/|$)/i;

/** Where in an address, or in a request's target, a secret stands within the path; `undefined` where none does. */
export const pathSecretIn = (
  address: string,
): { readonly written: string; readonly start: number } | undefined => {
  const [, before = '', path = ''] = /^((?:[a-z][a-z0-9+.-]*:)?\/\/[^/?#]*)?([^?#]*)/i.exec(address) ?? [];
  const match = pathSecret.exec(path);
  const written = match?.slice(1).find((group) => group !== undefined);
  return match === null || written === undefined
    ? undefined
    : { written, start: before.length + match.index + match[0].indexOf(written) };
};

/** UUIDs name things, and words stand where a token was forgotten. */
const isOpen = (written: string): boolean =>
  !/\d/.test(written) || /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(written);

/** Where in an address the path must not be shown. */
export const pathSecretSpan = (address: string): Span | undefined => {
  const found = pathSecretIn(address);
  return found === undefined || isOpen(found.written)
    ? undefined
    : { start: found.start, end: found.start + found.written.length };
};
