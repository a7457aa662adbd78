import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { PASTE_LIMIT } from '../../shared/import/paste.ts';
import { UsageError, type Shell } from './command.ts';

const tooLong = (name: string): UsageError =>
  new UsageError(`${name} is longer than 25 MB. Cut it to the failing request and what came before it.`);

const readStdin = async (stdin: NodeJS.ReadableStream): Promise<string> => {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of stdin) {
    const bytes = Buffer.isBuffer(piece) ? piece : Buffer.from(piece);
    size += bytes.length;
    if (size > PASTE_LIMIT) throw tooLong('The standard input');
    pieces.push(bytes);
  }
  return Buffer.concat(pieces).toString('utf8');
};

/**
 * The text of a file, or of the standard input for "-".
 * @throws UsageError where it cannot be read or is too long
 */
export const readText = async (file: string, shell: Shell): Promise<string> => {
  if (file === '-') return readStdin(shell.stdin);
  const facts = await stat(file).catch(() => undefined);
  if (facts === undefined) throw new UsageError(`There is no file ${file}.`);
  if (facts.size > PASTE_LIMIT) throw tooLong(basename(file));
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new UsageError(`${file} cannot be read. Is it a file, and may you read it?`);
  }
};
