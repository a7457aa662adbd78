/**
 * Parts of an absolute URL, written as the WHATWG URL standard writes them: host names in lower case, default ports left
 * out. Each answers `undefined` where the text is no absolute URL or its URL has no such part, so that whoever asks says
 * what stands for nothing: an empty text to compare with, the text itself in a sentence.
 */

/** The few addresses of an attempt are asked about again and again. */
const REMEMBERED = 64;
const remembered = new Map<string, URL | null>();

const parsed = (text: string): URL | null => {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED) remembered.clear();
  const url = URL.parse(text);
  remembered.set(text, url);
  return url;
};

/** Scheme, host and port (RFC 6454 §4), as the field Origin writes them. */
export const originIn = (text: string): string | undefined => {
  const origin = parsed(text)?.origin;
  // An opaque origin, as of data: and of schemes that the standard does not know, is serialized as "null".
  return origin === 'null' ? undefined : origin;
};

/** Host, and the port where it is not the scheme's default. */
export const hostIn = (text: string): string | undefined => parsed(text)?.host || undefined;

/** Host without port; an IPv6 address stands in its brackets. */
export const hostnameIn = (text: string): string | undefined => parsed(text)?.hostname || undefined;

/** Likewise without the brackets, as certificates, resolvers and netrc files write an IPv6 address. */
export const plainHostnameIn = (text: string): string | undefined =>
  hostnameIn(text)?.replace(/^\[|\]$/g, '');

export const pathIn = (text: string): string | undefined => parsed(text)?.pathname || undefined;

/** Both are absolute URLs of one origin: what credentials may follow. */
export const areSameOrigin = (one: string, other: string): boolean => {
  const origin = originIn(one);
  return origin !== undefined && origin === originIn(other);
};
