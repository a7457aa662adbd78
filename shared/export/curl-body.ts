import { bytesToByteString, utf8ByteString, utf8OfBytes } from '../exchange/bytes.ts';
import { fieldNamed } from '../exchange/fields.ts';
import { maskText } from '../exchange/redact.ts';
import { hidesParam } from '../exchange/secret-names.ts';
import type { BodyPiece } from '../schemes/scheme.ts';
import type { CurlSource } from './curl.ts';
import type { CurlShell } from './shells/shell.ts';

export interface CurlBodyWords {
  /** What curl reads on its standard input; absent where it reads nothing. Byte strings. */
  readonly feed?: readonly ({ readonly bytes: string } | { readonly path: string })[];
  readonly groups: readonly (readonly string[])[];
  readonly impliedMethod: 'GET' | 'POST';
  /** The Content-Type that curl adds by itself. */
  readonly impliedType: string | undefined;
  /** curl writes the Content-Type, with a boundary of its own. */
  readonly makesType: boolean;
  /** Bytes, where they are known. */
  readonly size: number | undefined;
  readonly notes: readonly string[];
}

const FORM = 'application/x-www-form-urlencoded';

const data: Omit<CurlBodyWords, 'groups' | 'size'> = {
  impliedMethod: 'POST',
  impliedType: FORM,
  makesType: false,
  notes: [],
};

export const curlBody = (source: CurlSource, shell: CurlShell, masked: boolean): CurlBodyWords => {
  const { body, fields, parts } = source;
  if (body.kind === 'none') {
    // An empty body that is stated (Content-Length: 0) is one that curl states only for data.
    const stated = fieldNamed(fields, 'Content-Length')?.value === '0';
    return stated
      ? { ...data, groups: [['--data-raw', '']], size: 0 }
      : { ...data, groups: [], impliedMethod: 'GET', impliedType: undefined, size: undefined };
  }
  const typed = fieldNamed(fields, 'Content-Type');
  if (parts !== undefined && typed?.origin?.from === 'body') {
    const groups = formWords(
      parts.filter(({ on }) => on),
      shell,
      masked,
    );
    if (groups !== undefined) {
      return {
        ...data,
        groups,
        impliedType: undefined,
        makesType: true,
        size: undefined,
        notes: [BOUNDARY_NOTE],
      };
    }
  }
  return body.kind === 'bytes'
    ? bytesWords(bytesToByteString(body.bytes), shell, masked)
    : piecesWords(body.pieces, shell, masked);
};

const BOUNDARY_NOTE = 'curl separates the parts with a boundary of its own.';

const bytesWords = (bytes: string, shell: CurlShell, masked: boolean): CurlBodyWords => {
  const shown = masked ? maskedBytes(bytes) : bytes;
  if (shown.length <= shell.longestWord && shell.canHold(shown)) {
    return { ...data, groups: [['--data-raw', shown]], size: bytes.length };
  }
  return shell.feeds
    ? { ...data, feed: [{ bytes: shown }], groups: [['--data-binary', '@-']], size: bytes.length }
    : { ...besides, size: bytes.length };
};

/** Where neither a word nor standard input can carry the body. */
const besides: Omit<CurlBodyWords, 'size'> = {
  ...data,
  groups: [['--data-binary', '@body.bin']],
  notes: ['The body does not fit into the command: save it as body.bin where you run it.'],
};

/** Only text can be searched for secrets. */
const maskedBytes = (bytes: string): string => {
  const text = utf8OfBytes(bytes);
  const shown = maskText(text, false);
  return shown === text ? bytes : utf8ByteString(shown);
};

const piecesWords = (pieces: readonly BodyPiece[], shell: CurlShell, masked: boolean): CurlBodyWords => {
  const [only] = pieces;
  if (pieces.length === 1 && only?.kind === 'file') {
    const path = only.path === '-' ? './-' : only.path;
    return { ...data, groups: [['--data-binary', `@${utf8ByteString(path)}`]], size: undefined };
  }
  if (!shell.feeds) return { ...besides, size: undefined };
  const feed = pieces.map((piece) => {
    if (piece.kind === 'file') return { path: utf8ByteString(piece.path) };
    const bytes = bytesToByteString(piece.bytes);
    return { bytes: masked ? maskedBytes(bytes) : bytes };
  });
  return {
    ...data,
    feed,
    groups: [['--data-binary', '@-']],
    size: undefined,
  };
};

type Parts = NonNullable<CurlSource['parts']>;

/** `undefined` where -F cannot say a part: a name with "=", or characters that no word can hold. */
const formWords = (parts: Parts, shell: CurlShell, masked: boolean): (readonly string[])[] | undefined => {
  const groups: (readonly string[])[] = [];
  for (const { name, value = '', file, contentType, fileName } of parts) {
    const texts = [name, value, file ?? '', contentType ?? '', fileName ?? ''].map(utf8ByteString);
    if (name.includes('=') || !texts.every((text) => shell.canHold(text)) || value.length > shell.longestWord)
      return undefined;
    const shown = masked && hidesParam(name, value) && value !== '' ? '••••••••' : value;
    if (file === undefined && contentType === undefined && fileName === undefined) {
      groups.push(['--form-string', utf8ByteString(`${name}=${shown}`)]);
      continue;
    }
    const type = contentType ?? (file === undefined ? '' : 'application/octet-stream');
    const content = file === undefined ? quoted(shown) : `@${quoted(file)}`;
    const typed = type === '' ? '' : `;type=${type}`;
    const named = fileName === undefined ? '' : `;filename=${quoted(fileName)}`;
    groups.push(['-F', utf8ByteString(`${name}=${content}${typed}${named}`)]);
  }
  return groups;
};

/** curl(1), --form: within double quotes, backslash and double quote are escaped. */
const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;
