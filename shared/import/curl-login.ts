import { percentDecoded } from '../exchange/percent.ts';
import { utf8OfBytes } from '../exchange/bytes.ts';

/** A user name and a password, as curl is given them. */
export interface CurlLogin {
  readonly username: string;
  readonly password: string;
}

/** A value of -u or -U; `whose` is for the note where it holds no password. */
export const splitUser = (value: string, whose: 'user' | 'proxy user', notes: string[]): CurlLogin => {
  const text = utf8OfBytes(value);
  const colon = text.indexOf(':');
  if (colon >= 0) return { username: text.slice(0, colon), password: text.slice(colon + 1) };
  notes.push(`curl would ask for the password of the ${whose} ${text}: type it.`);
  return { username: text, password: '' };
};

/** What stands before the @ of an address, percent-decoded. */
export const loginOfUserinfo = (text: string): CurlLogin => {
  const colon = text.indexOf(':');
  const [user, password] = colon < 0 ? [text, ''] : [text.slice(0, colon), text.slice(colon + 1)];
  return { username: percentDecoded(user), password: percentDecoded(password) };
};
