/** Scheme, host and port of an absolute URL, lower case, as one text. */
export const originOf = (url: string): string => (/^[a-z]+:\/\/[^/?#]*/i.exec(url)?.[0] ?? '').toLowerCase();

export const sameOrigin = (a: string, b: string): boolean => originOf(a) === originOf(b);
