import { parseJson } from '../exchange/json.ts';
import type { ReadCookies } from './cookie.ts';
import { readCookieJson } from './cookie-json.ts';
import { looksLikeNetscapeFile, readNetscapeFile } from './netscape-file.ts';

/** Reads a text that somebody exported from a browser or another client: a Netscape cookie file, or JSON. */
export const readCookies = (text: string): ReadCookies => {
  const document = parseJson(text);
  if (typeof document === 'object' && document !== null) return readCookieJson(document);
  if (looksLikeNetscapeFile(text)) return readNetscapeFile(text);
  return {
    cookies: [],
    problems: ['This is neither a Netscape cookie file nor a list of cookies in JSON.'],
  };
};
