import {
  base64OfByteString,
  byteStringOfBase64,
  byteStringToBytes,
  latin1ByteString,
  utf8ByteString,
} from '../../exchange/bytes.ts';

/** How characters become the octets under the Base64 (RFC 7617 §2.1). */
export const basicCharsets = ['utf-8', 'iso-8859-1'] as const;
export type BasicCharset = (typeof basicCharsets)[number];

export type EncodedBasic =
  /** `value` is the whole field value, "Basic …"; `warnings` are sentences about what servers may stumble over. */
  | { readonly ok: true; readonly value: string; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly problem: string };

export interface DecodedBasic {
  /** False where there is no user name and password in it; `problems` then says why, and the texts are empty. */
  readonly readable: boolean;
  readonly user: string;
  readonly password: string;
  /** UTF-8 wherever the octets allow it, ASCII included. */
  readonly charset: BasicCharset;
  readonly problems: readonly string[];
}

/** NUL and DEL never survive a server; RFC 7617 §2 forbids the other controls too, but curl and others send them. */
const deadly = /[\u0000\u007f]/;
const control = /[\u0001-\u001f\u0080-\u009f]/;

/** RFC 7617 §2: no colon in the user name, since the first colon ends it. */
export const encodeBasic = (user: string, password: string, charset: BasicCharset): EncodedBasic => {
  if (user.includes(':')) {
    return {
      ok: false,
      problem: 'The user name contains a colon, and Basic ends the user name at the first colon.',
    };
  }
  const which = deadly.test(user) ? 'user name' : deadly.test(password) ? 'password' : undefined;
  if (which !== undefined) return { ok: false, problem: `The ${which} contains a NUL or DEL character.` };
  const pair = `${user}:${password}`;
  const octets = charset === 'utf-8' ? utf8ByteString(pair) : latin1ByteString(pair);
  if (octets === undefined) {
    return {
      ok: false,
      problem: 'ISO-8859-1 has no code for a character of the user name or password; use UTF-8.',
    };
  }
  return { ok: true, value: `Basic ${base64OfByteString(octets)}`, warnings: warningsOf(user, password) };
};

const warningsOf = (user: string, password: string): readonly string[] =>
  [
    ['user name', user],
    ['password', password],
  ].flatMap(([what = '', text = '']) => [
    ...(control.test(text) ? [`The ${what} contains a line break or another control character.`] : []),
    ...(text !== text.trim() && !control.test(text) ? [`The ${what} begins or ends with a space.`] : []),
  ]);

const unreadable = (problem: string): DecodedBasic => ({
  readable: false,
  user: '',
  password: '',
  charset: 'utf-8',
  problems: [problem],
});

/** Reads a field value ("Basic …", the scheme in any case) or its bare Base64 part. Never throws. */
export const decodeBasic = (value: string): DecodedBasic => {
  const [, token = value.trim()] = /^\s*basic[ \t]+(.*?)\s*$/i.exec(value) ?? [];
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(token)) return unreadable('It is not Base64.');
  const octets = byteStringOfBase64(token);
  if (octets === undefined) return unreadable('The Base64 is cut short.');
  const utf8 = utf8Text(octets);
  const text = utf8 ?? octets;
  const colon = text.indexOf(':');
  if (colon < 0) return unreadable('There is no colon between a user name and a password.');
  const user = text.slice(0, colon);
  const password = text.slice(colon + 1);
  return {
    readable: true,
    user,
    password,
    charset: utf8 === undefined ? 'iso-8859-1' : 'utf-8',
    problems: [
      ...(utf8 === undefined ? ['The octets are not UTF-8; they are read as ISO-8859-1.'] : []),
      ...(token.length % 4 === 0 ? [] : ['The padding of the Base64 is missing.']),
      ...(deadly.test(text) ? ['It contains a NUL or DEL character.'] : []),
      ...warningsOf(user, password),
    ],
  };
};

const utf8Text = (octets: string): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(byteStringToBytes(octets));
  } catch {
    return undefined;
  }
};
