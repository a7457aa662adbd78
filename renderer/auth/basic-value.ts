import {
  basicCharsets,
  encodeBasic,
  type BasicCharset,
  type EncodedBasic,
} from '../../shared/schemes/basic/codec.ts';

/** What a person typed and what becomes of it on the wire. */
export const encodedBasic = (username: string, password: string, charset: string): EncodedBasic =>
  encodeBasic(username, password, basicCharsets.find((known) => known === charset) ?? 'utf-8');

/** Both charsets give the same octets unless a character is beyond ASCII: only then the choice matters. */
export const charsetMatters = (username: string, password: string): boolean =>
  /[^\u0000-\u007f]/.test(username + password);

export const charsetName: Readonly<Record<BasicCharset, string>> = {
  'utf-8': 'UTF-8',
  'iso-8859-1': 'ISO-8859-1 (Latin-1)',
};
