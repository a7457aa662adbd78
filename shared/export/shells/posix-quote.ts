import { byteStringToBytes, bytesToByteString, utf8OfBytes, utf8ByteString } from '../../exchange/bytes.ts';

/** Characters that mean nothing to any POSIX shell, wherever they stand in a word. */
const harmless = /^[A-Za-z0-9_@%+=:,./-]+$/;

/** Control characters that survive being copied into a terminal. */
const fragile = /[\u0000-\u0008\u000b-\u001f\u007f]/; // oxlint-disable-line no-control-regex -- they are what is asked for

/** One word of a command for POSIX shells, quoted only where it must be. The text must not hold NUL. */
export const posixQuote = (text: string): string =>
  harmless.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** Whether bytes can stand in a command as they are: UTF-8 without fragile control characters. */
export const isPlainText = (bytes: string): boolean => {
  const text = utf8OfBytes(bytes);
  return !fragile.test(text) && utf8ByteString(text) === bytes;
};

/** One word given as bytes: quoted text, or printf within `$(…)` where the bytes are no plain text. No trailing LF. */
export const posixWord = (bytes: string): string =>
  isPlainText(bytes) ? posixQuote(utf8OfBytes(bytes)) : `"$(${printf(bytes)})"`;

/** A printf command that prints these very bytes (POSIX XCU, printf: octal escapes, `%%`). */
export const printf = (bytes: string): string => {
  const format = bytesToByteString(byteStringToBytes(bytes)).replace(
    /^-|[^\u0020-\u007e\n]|[!%'\\]/g,
    (char) => (char === '%' ? '%%' : `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`),
  );
  return `printf '${format}'`;
};
