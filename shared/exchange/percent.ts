/** Percent-decoding as UTF-8 (RFC 3986 §2.1); a text that is no such encoding stays as it is. */
export const percentDecoded = (text: string): string => {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** Likewise where a plus stands for a space, as in `application/x-www-form-urlencoded` (WHATWG URL §5.1); else the text as it is. */
export const formDecoded = (text: string): string => {
  const spaced = text.replaceAll('+', ' ');
  if (!spaced.includes('%')) return spaced;
  try {
    return decodeURIComponent(spaced);
  } catch {
    return text;
  }
};
