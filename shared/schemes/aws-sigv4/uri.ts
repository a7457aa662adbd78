import { utf8Bytes } from '../../exchange/bytes.ts';

/** How a path is signed. `normalised`: every service but S3. `verbatim`: S3, whose keys may hold dots and doubled slashes. */
export type SigV4PathRule = 'normalised' | 'verbatim';

const unreserved = /[A-Za-z0-9\-._~]/;

/** Every byte but the unreserved ones (RFC 3986 §2.3) as `%XX`. */
export const uriEncode = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => {
    const char = String.fromCharCode(byte);
    return unreserved.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');

/** The bytes that a percent-encoded text stands for; a percent sign without two hex digits stands for itself. */
export const percentDecoded = (text: string): Uint8Array => {
  const bytes = utf8Bytes(text);
  const decoded: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    const hex = String.fromCharCode(...bytes.subarray(at + 1, at + 3));
    if (bytes[at] === 0x25 && /^[0-9a-f]{2}$/i.test(hex)) {
      decoded.push(Number.parseInt(hex, 16));
      at += 2;
    } else decoded.push(bytes[at] ?? 0);
  }
  return Uint8Array.from(decoded);
};

/**
 * The path as it is signed. For most services it is normalised and what stands in the request line is encoded once
 * more; for S3 it is encoded exactly once and nothing is normalised.
 */
export const canonicalPath = (path: string, rule: SigV4PathRule): string => {
  const rooted = path.startsWith('/') ? path : `/${path}`;
  switch (rule) {
    case 'verbatim':
      return uriEncode(percentDecoded(rooted)).replaceAll('%2F', '/');
    case 'normalised':
      return normalised(rooted)
        .split('/')
        .map((segment) => uriEncode(utf8Bytes(segment)))
        .join('/');
    default:
      return rule satisfies never;
  }
};

/** Dot segments (RFC 3986 §5.2.4) and empty ones are taken out; a slash at the end stays. */
const normalised = (path: string): string => {
  const kept: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop();
    else if (segment !== '' && segment !== '.') kept.push(segment);
  }
  const open = /\/\.{0,2}$/.test(path) && kept.length > 0;
  return `/${kept.join('/')}${open ? '/' : ''}`;
};

/** Each name and value encoded once, sorted by name and then by value; a plus sign is read as a space, as servers do. */
export const canonicalQuery = (query: string): string =>
  query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
      return [encodedOnce(name), encodedOnce(value)] as const;
    })
    .toSorted(([a, x], [b, y]) => (a === b ? byCodeUnit(x, y) : byCodeUnit(a, b)))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');

const encodedOnce = (text: string): string => uriEncode(percentDecoded(text.replaceAll('+', '%20')));

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
