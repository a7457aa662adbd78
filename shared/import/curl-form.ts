import { utf8OfBytes } from '../exchange/bytes.ts';
import type { DraftBody } from '../workspace/draft.ts';
import type { GivenOption } from './curl-words.ts';
import type { ShellCommand } from './shell-command.ts';

type Part = Extract<DraftBody, { kind: 'multipart' }>['parts'][number];

/** One -F or --form-string: `name=content`, `name=@file`, `name=<file`, then `;type=…;filename=…`. */
export const readFormPart = (
  { name: option, value: given }: GivenOption,
  stdin: ShellCommand['stdin'],
  notes: string[],
): readonly Part[] => {
  const equals = given.indexOf('=');
  if (equals < 0) {
    notes.push(`The form part “${utf8OfBytes(given)}” has no “=” and was left out.`);
    return [];
  }
  const name = utf8OfBytes(given.slice(0, equals));
  const content = given.slice(equals + 1);
  if (option === 'form-string') return [{ name, on: true, value: utf8OfBytes(content) }];
  if (content.startsWith('@') || content.startsWith('<')) {
    return files(content.slice(1)).map((file) => filePart(name, file, content.startsWith('@'), stdin, notes));
  }
  const { text, attributes, cut } = piece(content);
  if (cut === true)
    notes.push(`curl ends the part ${name} at its second double quote; the rest was left out as curl does.`);
  return [{ name, on: true, value: utf8OfBytes(text), ...attributesOf(name, attributes, notes) }];
};

interface Piece {
  readonly text: string;
  readonly attributes: readonly string[];
  /** Something stood behind the closing quote. */
  readonly cut?: true;
}

const filePart = (
  name: string,
  file: Piece,
  asFile: boolean,
  stdin: ShellCommand['stdin'],
  notes: string[],
): Part => {
  const extra = attributesOf(name, file.attributes, notes);
  const path = utf8OfBytes(file.text);
  if (path === '-' && stdin !== undefined) {
    return 'text' in stdin
      ? { name, on: true, value: utf8OfBytes(stdin.text), ...extra }
      : { name, on: true, file: stdin.file, fileName: '-', ...extra };
  }
  if (!asFile)
    notes.push(`The part ${name} is the content of ${path} without a file name; here it is sent as a file.`);
  return { name, on: true, file: path, ...extra };
};

/** Reads up to `;`; a text in double quotes may hold one, and `\"` (curl(1), --form). */
const piece = (content: string): Piece => {
  const quoted = /^"((?:[^"\\]|\\.)*)"([^;,]*)/s.exec(content);
  if (quoted !== null) {
    const [whole, inner = '', behind = ''] = quoted;
    const text = inner.replace(/\\(["\\])/g, '$1');
    const attributes = attributesIn(content.slice(whole.length));
    return behind.trim() === '' ? { text, attributes } : { text, attributes, cut: true };
  }
  // Only what curl knows ends a content: other semicolons belong to it.
  const mark = content.search(/;[ \t]*(type|filename|headers|encoder)=/);
  return mark < 0
    ? { text: content, attributes: [] }
    : { text: content.slice(0, mark), attributes: attributesIn(content.slice(mark)) };
};

const attributesIn = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /;[ \t]*((?:type|filename|headers|encoder)=(?:"(?:[^"\\]|\\.)*"|[^;]*(?:;(?![ \t]*(?:type|filename|headers|encoder)=)[^;]*)*))/g,
    ),
  ].map((match) => match[1] ?? '');

/** Files of one part are separated by commas. */
const files = (content: string): readonly Piece[] =>
  (content.match(/(?:"(?:[^"\\]|\\.)*"|[^,"])+/g) ?? []).map(piece);

const attributesOf = (part: string, attributes: readonly string[], notes: string[]): Partial<Part> => {
  const found: { contentType?: string; fileName?: string } = {};
  for (const attribute of attributes) {
    const equals = attribute.indexOf('=');
    const key = attribute.slice(0, equals);
    const raw = attribute.slice(equals + 1).trim();
    const value = utf8OfBytes(/^".*"$/s.test(raw) ? raw.slice(1, -1).replace(/\\(["\\])/g, '$1') : raw);
    if (key === 'type') found.contentType = value;
    else if (key === 'filename') found.fileName = value;
    else notes.push(`“${key}=” of the part ${part} is not carried over.`);
  }
  return found;
};
