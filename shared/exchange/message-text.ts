import { utf8ByteString } from './bytes.ts';
import type { Body, Field } from './exchange.ts';
import { valueOf } from './fields.ts';
import { textBody } from './imported-body.ts';

/** HTTP messages as text that somebody copied: LF or CRLF, folded lines, pseudo-fields. Nothing here throws. */

export interface RequestLine {
  readonly method: string;
  readonly target: string;
  readonly httpVersion: string;
}

export interface StatusLine {
  readonly status: number;
  readonly reason: string;
  readonly httpVersion: string;
}

const versionOf = (text: string | undefined): string => {
  if (text === undefined || text === '') return 'HTTP/1.1';
  return /^[23]/.test(text) ? `HTTP/${text[0]}` : `HTTP/${text}`;
};

/** `METHOD target HTTP/x`; the version may be missing only where `target` is plainly a path or an address. */
export const requestLine = (line: string): RequestLine | undefined => {
  const match = /^([A-Za-z][A-Za-z0-9!#$%&'*+.^_`|~-]*) (\S.*?)(?: HTTP\/([0-9](?:\.[0-9])?))?\s*$/.exec(
    line,
  );
  const [, method = '', target = '', version] = match ?? [];
  if (match === null) return undefined;
  if (version === undefined && !/^(\/|https?:\/\/)\S*$/.test(target)) return undefined;
  if (version === undefined && method !== method.toUpperCase()) return undefined;
  return { method, target, httpVersion: versionOf(version) };
};

export const statusLine = (line: string): StatusLine | undefined => {
  const match = /^HTTP\/([0-9](?:\.[0-9])?)\s+([1-9][0-9]{2})(?:\s+(.*?))?\s*$/.exec(line);
  const [, version, status = '', reason = ''] = match ?? [];
  return match === null ? undefined : { status: Number(status), reason, httpVersion: versionOf(version) };
};

export const linesOf = (text: string): string[] => text.split(/\r\n|\n|\r(?!\n)/);

export interface FieldSection {
  readonly fields: readonly Field[];
  /** `:method`, `:path` and kin (RFC 9113 §8.3), without the colon. */
  readonly pseudo: Readonly<Record<string, string>>;
  /** Lines that are no field. */
  readonly rejected: readonly string[];
}

/** Reads field lines; a line that begins with white space continues the one before (obs-fold, RFC 9112 §5.2). */
export const readFields = (lines: readonly string[]): FieldSection => {
  const fields: Field[] = [];
  const pseudo: Record<string, string> = {};
  const rejected: string[] = [];
  for (const line of lines) {
    const last = fields.at(-1);
    if (/^[ \t]+\S/.test(line) && last !== undefined) {
      fields[fields.length - 1] = {
        name: last.name,
        value: `${last.value} ${utf8ByteString(line.trim())}`.trim(),
      };
      continue;
    }
    const match = /^(:?[^\s:()<>@,;\\"/[\]?={}]+)[ \t]*:[ \t]*(.*?)[ \t]*$/.exec(line);
    const [, name = '', value = ''] = match ?? [];
    if (match === null) rejected.push(line);
    else if (name.startsWith(':')) pseudo[name.slice(1)] = value;
    else fields.push({ name: utf8ByteString(name), value: utf8ByteString(value) });
  }
  return { fields, pseudo, rejected };
};

/** Decodes a copied chunked body; `undefined` where the framing is not all there. */
const unchunked = (lines: readonly string[]): string | undefined => {
  const text = lines.join('\r\n');
  let body = '';
  let at = 0;
  for (;;) {
    const match = /^([0-9a-f]{1,8})[ \t]*(?:;[^\r]*)?\r\n/i.exec(text.slice(at, at + 300));
    const [head = '', size = ''] = match ?? [];
    if (match === null) return undefined;
    const length = Number.parseInt(size, 16);
    at += head.length;
    if (length === 0) return body;
    if (text.slice(at + length, at + length + 2) !== '\r\n') return undefined;
    body += text.slice(at, at + length);
    at += length + 2;
  }
};

/** The body in these lines: blank lines at the end are the copyist's, unless Content-Length counts them. */
export const bodyOf = (lines: readonly string[], fields: readonly Field[]): Body => {
  if (/\bchunked\b/i.test(valueOf(fields, 'Transfer-Encoding') ?? '')) {
    const decoded = unchunked(lines);
    if (decoded !== undefined) return textBody(decoded);
  }
  const length = Number(valueOf(fields, 'Content-Length') ?? 'NaN');
  for (const end of ['\n', '\r\n']) {
    const whole = lines.join(end);
    if (length > 0 && whole.length >= length && whole.slice(length).trim() === '' && isAscii(whole)) {
      return textBody(whole.slice(0, length));
    }
  }
  return textBody(lines.join('\n').replace(/\n+$/, ''));
};

const isAscii = (text: string): boolean => /^[\u0000-\u007f]*$/.test(text); // oxlint-disable-line no-control-regex -- ASCII is the whole range
