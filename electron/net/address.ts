/** Where a request goes, and what stands in its request line. */
export interface Address {
  readonly secure: boolean;
  /** Name or IP address without brackets, as the resolver wants it. */
  readonly hostname: string;
  readonly port: number;
  /** host:port for a CONNECT line, brackets kept. */
  readonly hostAndPort: string;
  /** Path and query exactly as they stand in the URL; "/" where there is no path. */
  readonly originForm: string;
  /** The URL without user, password and fragment, as a proxy wants it. */
  readonly absoluteForm: string;
}

/**
 * Takes a URL apart without re-encoding its path and query: what was typed is what is sent, `|`, `{}` and dot segments
 * included. `undefined` where it is not an absolute http or https URL.
 */
export const addressOf = (url: string): Address | undefined => {
  const match = /^(https?):\/\/(?:[^/?#]*@)?([^/?#]*)([^#]*)/i.exec(url);
  if (match === null) return undefined;
  const [, scheme = '', authority = '', rest = ''] = match;
  const origin = `${scheme.toLowerCase()}://${authority}`;
  const place = placeOf(origin);
  if (place === undefined) return undefined;
  const target = bytesIn(rest.startsWith('/') ? rest : `/${rest}`);
  return {
    ...place,
    originForm: target,
    absoluteForm: `${origin}${target}`,
  };
};

/** A character beyond ASCII leaves as its UTF-8 bytes: a request line holds bytes, one code unit each. */
const bytesIn = (text: string): string =>
  /[^\u0000-\u007f]/.test(text) ? Buffer.from(text, 'utf8').toString('latin1') : text;

type Place = Pick<Address, 'secure' | 'hostname' | 'port' | 'hostAndPort'>;

/** One request follows another to the same server, and reading its name takes as long as all the rest. */
const places = new Map<string, Place>();
const mostPlaces = 100;

const placeOf = (origin: string): Place | undefined => {
  const known = places.get(origin);
  if (known !== undefined) return known;
  const parsed = URL.parse(origin);
  if (parsed === null) return undefined;
  const { protocol, hostname, port } = parsed;
  const secure = protocol === 'https:';
  const number = port === '' ? (secure ? 443 : 80) : Number(port);
  const place = {
    secure,
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port: number,
    hostAndPort: `${hostname}:${number}`,
  };
  if (places.size >= mostPlaces) places.clear();
  places.set(origin, place);
  return place;
};
