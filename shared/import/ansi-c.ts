import { utf8ByteString } from '../exchange/bytes.ts';

const simple: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  E: '\u001b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
};

const escape =
  /^(?:([abeEfnrtv\\'"?])|x([0-9a-fA-F]{1,2})|([0-7]{1,3})|u([0-9a-fA-F]{1,4})|U([0-9a-fA-F]{1,8})|c([\s\S]))/;

/**
 * One backslash escape of bash's `$'…'` (Bash manual §3.1.2.4). `at` stands after the backslash. Answers with the bytes
 * and where reading goes on; an unknown escape keeps its backslash.
 */
export const ansiCEscape = (text: string, at: number): { readonly bytes: string; readonly next: number } => {
  const match = escape.exec(text.slice(at, at + 9));
  if (match === null) return { bytes: '\\', next: at };
  const [whole, letter, hex, octal, short, long, control] = match;
  return { bytes: bytesOf(letter, hex, octal, short ?? long, control), next: at + whole.length };
};

const bytesOf = (
  letter: string | undefined,
  hex: string | undefined,
  octal: string | undefined,
  code: string | undefined,
  control: string | undefined,
): string => {
  if (letter !== undefined) return simple[letter] ?? '';
  if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
  if (control !== undefined) return String.fromCharCode(control.charCodeAt(0) & 0x1f);
  const point = Number.parseInt(code ?? '0', 16);
  return point > 0x10ffff ? '' : utf8ByteString(String.fromCodePoint(point));
};
