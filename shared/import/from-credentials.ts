import { byteStringOfBase64, utf8ByteString } from '../exchange/bytes.ts';
import { parseCredentials } from '../http-auth/credentials.ts';
import type { Importer } from './importer.ts';

const named = /^(?:>\s*)?(proxy-)?authorization\s*:\s*([\s\S]*)$/i;

const schemes =
  /^(basic|bearer|dpop|digest|negotiate|ntlm|hawk|oauth|mac|token|apikey|signature|aws4-hmac-sha256|eg1-hmac-sha256|sharedkey|sharedkeylite)$/;

/** A line of Authorization or Proxy-Authorization, its value, or the Base64 of a user and password. */
export const fromCredentials: Importer = {
  form: 'credentials',
  read(text) {
    if (text.length > 100_000) return undefined;
    const match = named.exec(text);
    const typed = (match?.[2] ?? text).trim();
    if (/[\r\n]/.test(typed)) return undefined;
    const value = utf8ByteString(typed);
    const proxy = match?.[1] !== undefined;
    if (match !== null) return { kind: 'credentials', from: 'credentials', value, proxy };
    const { scheme, rest } = parseCredentials(value);
    if (schemes.test(scheme) && rest !== '')
      return { kind: 'credentials', from: 'credentials', value, proxy };
    return isUserAndPassword(typed)
      ? { kind: 'credentials', from: 'credentials', value: `Basic ${typed}`, proxy }
      : undefined;
  },
};

/** Base64 of text with a colon and no control characters: long enough not to be any word. */
const isUserAndPassword = (text: string): boolean => {
  if (!/^[A-Za-z0-9+/]{6,}={0,2}$/.test(text) || text.length % 4 !== 0) return false;
  const decoded = byteStringOfBase64(text);
  return decoded !== undefined && /^[^\u0000-\u001f\u007f:]+:[^\u0000-\u001f\u007f]*$/.test(decoded); // oxlint-disable-line no-control-regex -- RFC 7617 forbids them
};
