import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import type { Facts } from '../facts.ts';

/**
 * Basic carries the login of public FTP servers: `anonymous` or `ftp`, and a mail address for a password (RFC 1635 §2).
 * The default line of a .netrc file sends it to every host that has no line of its own.
 */
export const isPublicFtp = ({ authorization }: Facts): boolean => {
  const parsed = authorization?.parsed;
  const pair = parsed?.scheme === 'basic' ? byteStringOfBase64(parsed.rest) : undefined;
  return pair !== undefined && /^(?:anonymous|ftp):(?:[^@\s]+@[^@\s]*|anonymous|ftp|guest)$/i.test(pair);
};
