import { utf8OfBytes } from '../exchange/bytes.ts';
import type { CurlArguments } from './curl-words.ts';

/** What a curl command says of cookies that lie in files. They are shared by all parts between `--next`. */
export interface CurlCookies {
  /** -b without an equals sign: read before the first request. An empty name only starts the jar. */
  readonly files: readonly string[];
  /** -c: written after the last answer. */
  readonly jarFile?: string;
  /** -b with an equals sign: sent beside what the jar holds. */
  readonly hasTyped: boolean;
  /** -j: session cookies of the files are left out. */
  readonly isNewSession: boolean;
}

export const readCurlCookies = (parts: readonly CurlArguments[]): CurlCookies => {
  const all = parts.flatMap(({ given, output }) => [...given, ...output]);
  const values = all.filter(({ name }) => name === 'cookie').map(({ value }) => utf8OfBytes(value));
  const jarFile = all.findLast(({ name }) => name === 'cookie-jar')?.value;
  return {
    files: values.filter((value) => !value.includes('=')),
    ...(jarFile === undefined ? {} : { jarFile: utf8OfBytes(jarFile) }),
    hasTyped: values.some((value) => value.includes('=')),
    isNewSession: all.findLast(({ name }) => name === 'junk-session-cookies')?.on ?? false,
  };
};

/** What a pasted command cannot bring along. */
export const lostCookies = (parts: readonly CurlArguments[]): readonly string[] =>
  readCurlCookies(parts)
    .files.filter((file) => file !== '')
    .map(
      (file) =>
        `The cookies in the file ${file} are not in the text: import them under Cookies, or add them.`,
    );
