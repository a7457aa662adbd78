import { bytesToByteString, utf8ByteString, utf8OfBytes } from '../exchange/bytes.ts';
import { fieldNamed } from '../exchange/fields.ts';
import { isSecretName, maskText } from '../exchange/redact.ts';
import type { BodyPiece } from '../schemes/scheme.ts';
import type { CurlSource } from './curl.ts';
import { isPlainText, posixQuote, printf } from './posix-quote.ts';

export interface CurlBodyWords {
  /** What stands before `curl` and feeds its standard input, pipe included; empty where nothing does. */
  readonly before: string;
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

/** Longest word that is handed to a program: Linux ends at 128 KiB. printf is built into shells and has no such end. */
const LONGEST_WORD = 100_000;

const FORM = 'application/x-www-form-urlencoded';

const data: Omit<CurlBodyWords, 'groups' | 'size'> = {
  before: '',
  impliedMethod: 'POST',
  impliedType: FORM,
  makesType: false,
  notes: [],
};

export const curlBody = (source: CurlSource, masked: boolean): CurlBodyWords => {
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
    ? bytesWords(bytesToByteString(body.bytes), masked)
    : piecesWords(body.pieces, masked);
};

const BOUNDARY_NOTE = 'curl separates the parts with a boundary of its own.';

const bytesWords = (bytes: string, masked: boolean): CurlBodyWords => {
  const shown = masked ? maskedBytes(bytes) : bytes;
  if (shown.length <= LONGEST_WORD && isPlainText(shown)) {
    return { ...data, groups: [['--data-raw', shown]], size: bytes.length };
  }
  return { ...data, before: `${printf(shown)} | `, groups: [['--data-binary', '@-']], size: bytes.length };
};

/** Only text can be searched for secrets. */
const maskedBytes = (bytes: string): string => {
  const text = utf8OfBytes(bytes);
  const shown = maskText(text);
  return shown === text ? bytes : utf8ByteString(shown);
};

const piecesWords = (pieces: readonly BodyPiece[], masked: boolean): CurlBodyWords => {
  const [only] = pieces;
  if (pieces.length === 1 && only?.kind === 'file') {
    const path = only.path === '-' ? './-' : only.path;
    return { ...data, groups: [['--data-binary', `@${utf8ByteString(path)}`]], size: undefined };
  }
  const commands = pieces.map((piece) => {
    if (piece.kind === 'file') return `cat -- ${posixQuote(piece.path)}`;
    const bytes = bytesToByteString(piece.bytes);
    return printf(masked ? maskedBytes(bytes) : bytes);
  });
  return {
    ...data,
    before: `{ ${commands.join('; ')}; } | `,
    groups: [['--data-binary', '@-']],
    size: undefined,
  };
};

type Parts = NonNullable<CurlSource['parts']>;

/** `undefined` where -F cannot say a part: a name with "=", or characters that no word can hold. */
const formWords = (parts: Parts, masked: boolean): (readonly string[])[] | undefined => {
  const groups: (readonly string[])[] = [];
  for (const { name, value = '', file, contentType, fileName } of parts) {
    const texts = [name, value, file ?? '', contentType ?? '', fileName ?? ''].map(utf8ByteString);
    if (name.includes('=') || !texts.every(isPlainText) || value.length > LONGEST_WORD) return undefined;
    const shown = masked && isSecretName(name) && value !== '' ? '••••••••' : value;
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
