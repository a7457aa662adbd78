/** What a file for `curl --config` says, as the words of a command; byte strings, as the file is. */
export interface CurlConfig {
  readonly words: readonly string[];
  /** Lines that curl would complain of, one sentence each. */
  readonly problems: readonly string[];
}

const escapes: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', v: '\v' };

/** An option with or without dashes; blanks, `=` or `:`; a value in quotes or up to the next blank. */
const line = /^[ \t]*(-?-?[^\s=:]+)(?:[ \t]*[=:][ \t]*|[ \t]+)?(?:"((?:[^"\\]|\\[^])*)"?|(\S*))?[ \t]*(.*)$/;

/** Reads a configuration file as curl(1) describes it under --config. Never throws. */
export const readCurlConfig = (text: string): CurlConfig => {
  const words: string[] = [];
  const problems: string[] = [];
  for (const [index, content] of text.split(/\r?\n/).entries()) {
    if (/^[ \t]*(?:#|$)/.test(content)) continue;
    const [, option = '', quoted, bare = '', rest = ''] = line.exec(content) ?? [];
    if (rest !== '' && !rest.startsWith('#'))
      problems.push(
        `Line ${index + 1}: what follows a blank was left out, as curl does; put the value in quotes.`,
      );
    const value = quoted?.replaceAll(/\\([^])/g, (_, char: string) => escapes[char] ?? char) ?? bare;
    words.push(option.startsWith('-') ? option : `--${option}`);
    if (quoted !== undefined || value !== '') words.push(value);
  }
  return { words, problems };
};
