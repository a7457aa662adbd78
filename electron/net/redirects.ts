import { utf8OfBytes } from '../../shared/exchange/bytes.ts';
import type { ReceivedResponse, RedirectNote, SentField } from '../../shared/exchange/exchange.ts';
import { sameName, valueOf } from '../../shared/exchange/fields.ts';
import { hidesField } from '../../shared/exchange/secret-names.ts';
import { originIn } from '../../shared/exchange/url.ts';
import type { OutgoingRequest } from '../../shared/schemes/scheme.ts';

export interface RedirectPolicy {
  /** Origins (scheme://host:port) to which credentials may go besides the request's own. */
  readonly trustedOrigins: readonly string[];
}

export interface NextHop {
  readonly request: OutgoingRequest;
  readonly note: RedirectNote;
}

/**
 * The request that a redirect asks for (RFC 9110 §15.4), and what became of the credentials on the way; `undefined`
 * where the answer does not redirect. Credentials stay within one origin, as browsers have it: scheme, host and port
 * are the same, or the origin was trusted on purpose. That an http:// address redirects to its own https:// address is
 * another origin too.
 */
export const nextHop = (
  request: OutgoingRequest,
  response: ReceivedResponse,
  policy: RedirectPolicy,
): NextHop | undefined => {
  if (![301, 302, 303, 307, 308].includes(response.status)) return undefined;
  const location = valueOf(response.fields, 'Location');
  const url = location === undefined ? undefined : targetOf(utf8OfBytes(location), request.url);
  if (url === undefined) return undefined;

  const from = new URL(request.url);
  const to = new URL(url);
  const method = methodAfter(response.status, request.method);
  const methodChanged = method !== request.method;
  const trusted =
    from.origin === to.origin || policy.trustedOrigins.some((origin) => originIn(origin) === to.origin);

  // The jar chooses for each hop anew.
  const carried = request.fields.filter(({ origin }) => origin?.from !== 'cookie-jar');
  const left = carried.filter((field) =>
    trusted ? request.signed === true && field.origin?.from === 'auth' : isCredential(field),
  );
  const withoutBody = methodChanged ? carried.filter((field) => !describesBody(field)) : carried;
  const fields = withoutBody
    .filter((field) => !left.includes(field))
    .map((field) => (from.origin === to.origin ? field : renamedHost(field, to.host)));
  return {
    request: {
      method,
      url,
      fields,
      body: methodChanged ? { kind: 'none' } : request.body,
      ...trailersOn(request, !methodChanged, trusted),
      ...(request.coding === undefined || methodChanged ? {} : { coding: request.coding }),
    },
    note: {
      status: response.status,
      from: withoutFragment(request.url),
      to: url,
      dropped: [...new Set(left.map(({ name }) => name))],
      because: reasonOf(from, to, methodChanged),
      methodChanged,
    },
  };
};

/** POST becomes GET after 301 and 302, as every browser does, and anything but HEAD becomes GET after 303. */
const methodAfter = (status: number, method: string): string => {
  if ((status === 301 || status === 302) && method === 'POST') return 'GET';
  if (status === 303 && method !== 'GET' && method !== 'HEAD') return 'GET';
  return method;
};

const reasonOf = (from: URL, to: URL, methodChanged: boolean): RedirectNote['because'] => {
  if (from.hostname !== to.hostname) return 'other-host';
  if (from.protocol !== to.protocol) return 'other-scheme';
  if (from.port !== to.port) return 'other-port';
  return methodChanged ? 'method-changed' : 'same-origin';
};

/** What a scheme added, and what is a secret by its name. */
const isCredential = ({ name, value, origin }: SentField): boolean =>
  origin?.from === 'auth' || hidesField(name, value);

/** Trailers go where the body goes, those that are credentials no further than these. */
const trailersOn = (
  { trailers }: OutgoingRequest,
  withBody: boolean,
  trusted: boolean,
): Pick<OutgoingRequest, 'trailers'> =>
  trailers === undefined || !withBody
    ? {}
    : { trailers: trusted ? trailers : trailers.filter((field) => !isCredential(field)) };

/** Fields that describe the body, which is gone with the method. */
const describesBody = ({ name, origin }: SentField): boolean =>
  origin?.from === 'body' || /^(?:content-.*|transfer-encoding|digest|expect|trailer)$/i.test(name);

const renamedHost = (field: SentField, host: string): SentField =>
  sameName(field.name, 'Host')
    ? { name: field.name, value: host, origin: { from: 'redirect', note: "from the redirect's target" } }
    : field;

const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? url;

/**
 * Resolves a Location against the request's URL (RFC 3986 §5). A target that is already whole stays as the server
 * wrote it: re-encoding it would break a signature in its query. User and password in it are not ours to send.
 */
const targetOf = (location: string, base: string): string | undefined => {
  const text = withoutFragment(location.trim());
  const resolved = URL.parse(text, base);
  if (resolved === null || !/^https?:$/.test(resolved.protocol)) return undefined;
  const written = /^(?:https?:\/\/[^/?#\\]+)?((?:\/(?!\/)[^?#]*)?(?:\?.*)?)$/i.exec(text)?.[1] ?? '';
  const plain = /^[/?][\u0021-\u007e]*$/.test(written) && !/\\|\/\.{1,2}(?:[/?]|$)/.test(written);
  const isWhole = /^https?:\/\//i.test(text) || text.startsWith('/');
  const rest = isWhole && plain ? written : `${resolved.pathname}${resolved.search}`;
  return `${resolved.origin}${rest.startsWith('/') ? rest : `/${rest}`}`;
};
