import { utf8OfBytes } from '../../exchange/bytes.ts';
import { isPlainText, posixQuote, posixWord, printf } from './posix-quote.ts';
import { isVariable, type CurlShell, type Feed, type Word } from './shell.ts';

/** sh, bash, zsh and kin (POSIX XCU §2.2). */
export const posix: CurlShell = {
  id: 'posix',
  label: 'POSIX shells',
  // Linux ends at 128 KiB; printf is built into shells and has no such end.
  longestWord: 100_000,
  canHold: isPlainText,
  feeds: true,
  write(groups, feed) {
    const words = groups.map((group) => group.map(wordText).join(' '));
    const before = feed === undefined ? '' : `${feedText(feed)} | `;
    const line = `${before}curl ${words.join(' ')}`;
    const short = line.length <= 90 && !line.includes('\n');
    return { command: short ? line : `${before}curl ${words.join(' \\\n  ')}`, notes: [] };
  },
};

const wordText = (word: Word): string =>
  word
    .map((segment) => (isVariable(segment) ? `"$${segment.variable}"` : posixWord(segment.bytes)))
    .join('') || "''";

const feedText = (feed: readonly Feed[]): string => {
  const commands = feed.map((piece) => {
    if ('path' in piece) return `cat -- ${posixQuote(utf8OfBytes(piece.path))}`;
    return isVariable(piece) ? `printf %s "$${piece.variable}"` : printf(piece.bytes);
  });
  return commands.length === 1 ? commands.join('') : `{ ${commands.join('; ')}; }`;
};
