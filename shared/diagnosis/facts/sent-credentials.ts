import { formDecoded } from '../../exchange/percent.ts';
import type { SentRequest } from '../../exchange/exchange.ts';
import { fieldsNamed, sameName } from '../../exchange/fields.ts';
import { pathSecretIn } from '../../exchange/path-secret.ts';
import { isCredentialField, isCredentialParam } from '../../exchange/secret-names.ts';
import type { Credentials, Span } from '../../http-auth/auth.ts';
import { parseCredentials } from '../../http-auth/credentials.ts';
import type { Place } from '../diagnosis.ts';

export type CredentialIn = 'authorization' | 'proxy' | 'field' | 'query' | 'cookie' | 'userinfo' | 'path';

/** One value of the request that may prove who asks. */
export interface SentCredential {
  readonly in: CredentialIn;
  /** Field, parameter or cookie, as it was spelled. */
  readonly name: string;
  readonly value: string;
  readonly place: Place;
  /** Of Authorization and Proxy-Authorization. */
  readonly parsed?: Credentials;
  /** In the address its name follows `&amp;`, as in the source of a page. */
  readonly escaped?: true;
}

/** A cookie behind which a session or token stands. */
const sessionCookie =
  /sess|(^|[-_.])s?sid($|[-_.])|auth|token|jwt|ticket|login|logged|remember|identity|\.asp|oauth|saml|keycloak|(^|_|lw)sso|connect\.sid|laravel|wordpress_|_vercel|cf_authorization|pomerium|vouch|access|sgs|console|security$/i;
const notASession =
  /csrf|xsrf|_ga|_gid|consent|locale|theme|lang|nonce|test_cookie|analytics|state|timezone|promo|guest/i;

interface Read {
  readonly exchange: number;
  readonly credentials: readonly SentCredential[];
}

/** Asked for by each exchange that looks back at this one. */
const known = new WeakMap<SentRequest, Read>();

/** Azure Functions read a key from `code`: Base64 with its padding, which authorization codes have not. */
const functionKey = /^[\w+/-]{40,86}={1,2}$/;

/** The cookies of these names, as credentials: what a login handed out, however it is called. */
export const cookiesNamed = (
  request: SentRequest,
  exchange: number,
  names: ReadonlySet<string>,
): readonly SentCredential[] =>
  request.fields.flatMap(({ name: field, value }) =>
    sameName(field, 'Cookie')
      ? cookiesOf(value)
          .filter(({ name, value: own }) => names.has(name) && own !== '')
          .map(({ name, value: own, span }) => ({
            in: 'cookie' as const,
            name,
            value: own,
            place: { in: 'field' as const, exchange, side: 'request' as const, name: field, span },
          }))
      : [],
  );

/** `exchange` is the index that the places name. */
export const sentCredentials = (request: SentRequest, exchange: number): readonly SentCredential[] => {
  const before = known.get(request);
  if (before?.exchange === exchange) return before.credentials;
  const credentials = [
    ...inFields(request, exchange),
    ...inUrl(request.url, exchange),
    ...inPath(request.url, exchange),
  ];
  known.set(request, { exchange, credentials });
  return credentials;
};

/** What a field of this name carries; most carry nothing that proves who asks. */
const carriedBy = (name: string): Exclude<CredentialIn, 'query' | 'userinfo' | 'path'> | undefined => {
  switch (name.toLowerCase()) {
    case 'authorization':
      return 'authorization';
    case 'proxy-authorization':
      return 'proxy';
    case 'cookie':
      return 'cookie';
    default:
      return isCredentialField(name) ? 'field' : undefined;
  }
};

const inFields = ({ fields }: SentRequest, exchange: number): readonly SentCredential[] =>
  fields.flatMap(({ name, value }, at): readonly SentCredential[] => {
    const where = carriedBy(name);
    if (where === undefined) return [];
    const nth = fieldsNamed(fields.slice(0, at), name).length;
    const place = {
      in: 'field' as const,
      exchange,
      side: 'request' as const,
      name,
      ...(nth === 0 ? {} : { nth }),
    };
    switch (where) {
      case 'authorization':
      case 'proxy':
        return [{ in: where, name, value, place, parsed: parseCredentials(value) }];
      case 'cookie':
        return cookiesOf(value)
          .filter(isSession)
          .map((cookie) => ({
            in: where,
            name: cookie.name,
            value: cookie.value,
            place: { ...place, span: cookie.span },
          }));
      case 'field':
        return [{ in: where, name, value, place }];
      default:
        return where satisfies never;
    }
  });

/** Under a name that tells nothing, a value that nobody thought up. */
const isHandle = (value: string): boolean =>
  /^[\w+/=.~%-]{22,}$/.test(value) && /\d.*\d.*\d/.test(value) && /[a-z].*[a-z].*[a-z]/i.test(value);

/** Cookies that count visitors, or that networks set for themselves. */
const ofVisitors =
  /^_|^(?:__)?cf_|^(?:utm|ajs|amp|amcv|mp_|hj|ph_|optimizely|intercom|hubspot|visid|incap|nlbi|bm_|ak_|datadome|fbp|ga|gid|nid|sticky|route|server|lb|bigip|awsalb|arr|device|visitor|uid|uuid|did)/i;

const isSession = (cookie: SentCookie): boolean =>
  cookie.value !== '' &&
  !notASession.test(cookie.name) &&
  (sessionCookie.test(cookie.name) || (isHandle(cookie.value) && !ofVisitors.test(cookie.name)));

const inUrl = (url: string, exchange: number): readonly SentCredential[] => {
  const place = (start: number, text: string): Place => ({
    in: 'url',
    exchange,
    span: { start, end: start + text.length },
  });
  const userinfo = /^[a-z][a-z0-9+.-]*:\/\/([^/?#@]+)@/i.exec(url)?.[1];
  const query = url.indexOf('?');
  const pairs: SentCredential[] = [];
  let at = query + 1;
  for (const pair of query < 0 ? [] : url.slice(query + 1).split('&')) {
    const equals = pair.indexOf('=');
    const spelled = formDecoded(pair.slice(0, Math.max(0, equals)));
    const name = spelled.replace(/^amp;/, '');
    const written = pair.slice(equals + 1);
    if (
      equals > 0 &&
      (isCredentialParam(name) || (name === 'code' && functionKey.test(formDecoded(written))))
    )
      pairs.push({
        in: 'query',
        name,
        value: formDecoded(written),
        place: place(at + equals + 1, written),
        ...(spelled === name ? {} : { escaped: true as const }),
      });
    at += pair.length + 1;
  }
  return userinfo === undefined
    ? pairs
    : [
        {
          in: 'userinfo',
          name: 'userinfo',
          value: formDecoded(userinfo),
          place: place(url.indexOf('//') + 2, userinfo),
        },
        ...pairs,
      ];
};

/** `veteran_verification`: such a segment is the name of a service. */
const ofWords = /^[a-z]+(?:[_-][a-z]+)+$/;

const inPath = (url: string, exchange: number): readonly SentCredential[] => {
  const found = pathSecretIn(url);
  if (found === undefined || ofWords.test(found.written)) return [];
  const { written, start } = found;
  return [
    {
      in: 'path',
      name: 'path',
      value: formDecoded(written),
      place: { in: 'url', exchange, span: { start, end: start + written.length } },
    },
  ];
};

export interface SentCookie {
  readonly name: string;
  readonly value: string;
  readonly span: Span;
}

/** Pairs of a Cookie field's value (RFC 6265 §4.2.1), with their spans. */
export const cookiesOf = (value: string): readonly SentCookie[] =>
  [...value.matchAll(/[^;]+/g)].flatMap((match) => {
    const text = match[0];
    const equals = text.indexOf('=');
    if (equals < 0) return [];
    const lead = text.length - text.trimStart().length;
    const start = match.index + lead;
    return [
      {
        name: text.slice(0, equals).trim(),
        value: text.slice(equals + 1).trim(),
        span: { start, end: match.index + text.length },
      },
    ];
  });

export const allCookies = (request: SentRequest): readonly SentCookie[] =>
  request.fields.filter((field) => sameName(field.name, 'Cookie')).flatMap((field) => cookiesOf(field.value));
