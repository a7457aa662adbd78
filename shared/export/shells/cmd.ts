import { utf8OfBytes } from '../../exchange/bytes.ts';
import { isPlainText } from './posix-quote.ts';
import { isVariable, type CurlShell, type Word } from './shell.ts';

/**
 * The command prompt of Windows. Its own parser is kept out of quotes: everything it could act on has a caret, the
 * quotes as well. Then Microsoft's C runtime splits what is left ("Parsing C command-line arguments").
 */
export const cmd: CurlShell = {
  id: 'cmd',
  label: 'the Windows command prompt',
  // The whole line ends at 8,191 characters.
  longestWord: 4_000,
  canHold: (bytes) => isPlainText(bytes) && !bytes.includes('\r'),
  feeds: false,
  write(groups) {
    const words = groups.map((group) => group.map(wordText).join(' '));
    const line = `curl ${words.join(' ')}`;
    const command = line.length <= 90 && !line.includes('\n') ? line : `curl ${words.join(' ^\n  ')}`;
    return {
      command,
      notes: [
        ...(command.length > 8_000
          ? ['The command prompt takes 8,191 characters; this command is longer.']
          : []),
        ...(command.includes('%') ? ['At the prompt this is right; in a batch file write %% for %.'] : []),
      ],
    };
  },
};

const wordText = (word: Word): string => {
  const bare = word.every((segment) => !isVariable(segment) && /^[A-Za-z0-9_:=+,./@-]+$/.test(segment.bytes));
  if (bare && word.length > 0)
    return word.map((segment) => (isVariable(segment) ? '' : segment.bytes)).join('');
  const inside = word.map((segment, at) =>
    isVariable(segment)
      ? `%${segment.variable}%`
      : careted(argument(utf8OfBytes(segment.bytes), at === word.length - 1)),
  );
  return `^"${inside.join('')}^"`;
};

/** Within the quotes of one argument: backslashes count before a quote, and so before the closing one. */
const argument = (text: string, isLast: boolean): string => {
  const quoted = text.replace(/(\\*)"/g, (_, slashes: string) => `${slashes}${slashes}\\"`);
  return isLast ? quoted.replace(/\\+$/, (slashes) => slashes + slashes) : quoted;
};

/** A caret and two line ends are one line end in the argument. */
const careted = (text: string): string => text.replace(/[()%!^"<>&|]/g, '^$&').replaceAll('\n', '^\n\n');
