import { utf8OfBytes } from '../exchange/bytes.ts';
import type { Draft } from '../workspace/draft.ts';
import { lostCookies } from './curl-cookies.ts';
import { requestsOf } from './curl-request.ts';
import { readCurlWords, type ConfigFiles } from './curl-words.ts';
import { readPosixWords } from './posix-words.ts';
import type { ShellCommand, ShellRead } from './shell-command.ts';

export type CurlRead =
  | {
      readonly ok: true;
      /** At least one; several where the text holds several commands, addresses or `--next`. */
      readonly drafts: readonly Draft[];
      /** What could not be carried over or was mended, one sentence each. */
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

const isCurl = (word: string): boolean => /^(.*[/\\])?curl(\.exe)?$/i.test(word);

/** Whether a text begins like a curl command: comments, a prompt, assignments or sudo may stand before it. */
export const looksLikeCurl = (text: string): boolean =>
  /^(?:\s*#[^\n]*\n|\s*[A-Za-z_]\w*=\S*\s)*\s*(?:[^\n'"]{0,60}[$%>#]\s+)?(?:(?:sudo|time|env|exec|command|echo [^|\n]*\|)\s+)?(?:\S*[/\\])?curl(?:\.exe)?\s/i.test(
    text.slice(0, 10_000),
  );

/** Requests of all curl commands in a text for a POSIX shell. Runs nothing, reads no file, never throws. */
export const readCurl = (text: string, newId: () => string): CurlRead =>
  readShell(readPosixWords(text), newId);

/** Requests of the curl commands among these; the first refusal ends it. */
export const readShell = (shell: ShellRead, newId: () => string): CurlRead => {
  if (!shell.ok) return shell;
  const drafts: Draft[] = [];
  const notes: string[] = [...shell.notes];
  for (const command of shell.commands) {
    const at = command.words.findIndex((word) => isCurl(utf8OfBytes(word)));
    if (at < 0) continue;
    const words = command.words.slice(at + 1);
    const read = readCommand(words, command.stdin, newId);
    if (!read.ok) return read;
    drafts.push(...read.drafts);
    notes.push(...read.notes, ...lostCookies(readCurlWords(words).parts));
  }
  if (drafts.length === 0) return { ok: false, message: 'The text holds no curl command.' };
  return { ok: true, drafts, notes: [...new Set(notes)] };
};

/** The words behind `curl`; what the command line of this program hands on, which reads the cookie files itself. Byte strings. */
export const readCommand = (
  words: readonly string[],
  stdin: ShellCommand['stdin'],
  newId: () => string,
  configs?: ConfigFiles,
): CurlRead => {
  const parsed = readCurlWords(words, configs);
  if (parsed.refused !== undefined) return { ok: false, message: parsed.refused };
  const drafts: Draft[] = [];
  const notes: string[] = [...parsed.notes];
  for (const part of parsed.parts) {
    const read = requestsOf(part, stdin, newId);
    if (!read.ok) return read;
    drafts.push(...read.drafts);
    notes.push(...read.notes);
  }
  return { ok: true, drafts, notes };
};
