/**
 * Splits a command line by the rules of Microsoft's C runtime ("Parsing C command-line arguments"): backslashes count
 * only before a double quote, and two double quotes within quotes are one.
 */
export const splitArgv = (line: string): readonly string[] => {
  const words: string[] = [];
  let word: string | undefined;
  let quoted = false;
  for (let at = 0; at < line.length; at += 1) {
    const char = line[at] ?? '';
    if (!quoted && (char === ' ' || char === '\t')) {
      if (word !== undefined) words.push(word);
      word = undefined;
      continue;
    }
    word ??= '';
    if (char === '\\') {
      const run = /^\\+/.exec(line.slice(at))?.[0].length ?? 1;
      const beforeQuote = line[at + run] === '"';
      word += '\\'.repeat(beforeQuote ? Math.floor(run / 2) : run);
      at += run - 1;
      if (beforeQuote && run % 2 === 1) {
        word += '"';
        at += 1;
      }
    } else if (char === '"' && quoted && line[at + 1] === '"') {
      word += '"';
      at += 1;
    } else if (char === '"') quoted = !quoted;
    else word += char;
  }
  if (word !== undefined) words.push(word);
  return words;
};
