import { utf8ByteString } from '../exchange/bytes.ts';
import { readCurlConfig } from './curl-config.ts';
import { optionNamed, optionOfLetter } from './curl-options.ts';
import { readCommand } from './curl.ts';
import type { Importer } from './importer.ts';

/** A string of PowerShell that is handed to curl as its configuration: so arguments survive every version of it. */
const hereString =
  /^(?:\$OutputEncoding[^\n]*\n)?@'\r?\n([\s\S]*?)\r?\n'@\s*\|\s*curl(?:\.exe)?\s+--config\s+-\s*$/;

/** Options alone, a line each, as `curl --config` takes them; an address must be among them. */
export const fromCurlConfig: Importer = {
  form: 'curl-config',
  read(text, newId) {
    const piped = hereString.exec(text)?.[1]?.replaceAll('\r\n', '\n');
    if (piped === undefined && !looksLikeConfig(text)) return undefined;
    const { words, problems } = readCurlConfig(utf8ByteString(piped ?? text));
    const read = readCommand(words, undefined, newId);
    if (!read.ok) return { kind: 'unknown', why: read.message };
    const [draft, ...further] = read.drafts;
    if (draft === undefined) return undefined;
    return { kind: 'request', from: 'curl-config', draft, further, notes: [...problems, ...read.notes] };
  },
};

const looksLikeConfig = (text: string): boolean => {
  const lines = text.split(/\r?\n/).filter((line) => !/^\s*(?:#|$)/.test(line));
  return lines.some((line) => /^\s*(?:--)?url[\s=:]/.test(line)) && lines.every(isOption);
};

const isOption = (line: string): boolean => {
  const [, letter, name] =
    /^\s*(?:-([^-\s=:])|(?:--)?([a-z0-9][\w.-]*))(?=[\s=:]|$|(?<=-.)\S)/.exec(line) ?? [];
  return letter === undefined ? optionNamed(name ?? '') !== undefined : optionOfLetter(letter) !== undefined;
};
