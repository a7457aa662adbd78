/** Deeper than this a line is not indented further: what is nested without an end would fill the memory with spaces. */
const deepest = 100;

/**
 * Lays JSON out in lines without reading it: numbers keep their digits, strings their escapes, members their order and
 * their doubles. A text that is not JSON comes out with its own characters in place.
 */
export const prettyJson = (text: string, indent = '  '): string => {
  const out: string[] = [];
  let depth = 0;
  let at = 0;
  const breakLine = (): void => {
    out.push('\n', indent.repeat(Math.min(depth, deepest)));
  };
  const space = /\s*/y;
  const skipSpace = (from: number): number => {
    space.lastIndex = from;
    space.exec(text);
    return space.lastIndex;
  };
  const string = /"(?:[^"\\]|\\[^])*"?/y;
  const word = /[^\s"{}[\],:]+/y;
  while (at < text.length) {
    const char = text[at] ?? '';
    const next = skipSpace(at + 1);
    if (char === '{' || char === '[') {
      const close = char === '{' ? '}' : ']';
      out.push(char);
      if (text[next] === close) {
        out.push(close);
        at = skipSpace(next + 1);
        continue;
      }
      depth += 1;
      breakLine();
      at = next;
    } else if (char === '}' || char === ']') {
      depth = Math.max(0, depth - 1);
      breakLine();
      out.push(char);
      at = next;
    } else if (char === ',') {
      out.push(char);
      breakLine();
      at = next;
    } else if (char === ':') {
      out.push(': ');
      at = next;
    } else {
      const pattern = char === '"' ? string : word;
      pattern.lastIndex = at;
      const token = pattern.exec(text)?.[0] ?? '';
      out.push(token);
      at = skipSpace(at + Math.max(token.length, /\s/.test(char) ? 1 : token.length));
    }
  }
  return out.join('');
};
