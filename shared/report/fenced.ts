/** Lines as a block of code in Markdown; its fence is longer than any run of backticks inside. */
export const fenced = (language: string, lines: readonly string[]): string => {
  const longest = lines
    .flatMap((line) => [...line.matchAll(/`+/g)].map((run) => run[0].length))
    .reduce((a, b) => Math.max(a, b), 2);
  const fence = '`'.repeat(Math.max(3, longest + 1));
  return `${fence}${language}\n${lines.join('\n')}\n${fence}`;
};
