/** The part of the handbook (docs/causes.md) that tells of one cause, as blocks that can be drawn. */

export type Inline =
  | { readonly kind: 'text' | 'code' | 'strong'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly to: string };

export type Block =
  | { readonly kind: 'paragraph'; readonly inlines: readonly Inline[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly text: string };

const inline = /`([^`]+)`|\*\*((?:\\.|[^*\\])+)\*\*|\[((?:\\.|[^\]\\])+)\]\(([^)\s]+)\)|\\([!-/:-@[-`{-~])/g;

const unescaped = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

const withText = (inlines: readonly Inline[], text: string): readonly Inline[] => {
  if (text === '') return inlines;
  const last = inlines.at(-1);
  return last?.kind === 'text'
    ? [...inlines.slice(0, -1), { kind: 'text', text: last.text + text }]
    : [...inlines, { kind: 'text', text }];
};

/** Code, bold and links of one line; everything else is text. */
export const inlinesOf = (line: string): readonly Inline[] => {
  let out: readonly Inline[] = [];
  let at = 0;
  for (const match of line.matchAll(inline)) {
    const [whole, code, strong, link, to, escaped] = match;
    out = withText(out, line.slice(at, match.index));
    at = match.index + whole.length;
    if (code !== undefined) out = [...out, { kind: 'code', text: code }];
    else if (strong !== undefined) out = [...out, { kind: 'strong', text: unescaped(strong) }];
    else if (link !== undefined && to !== undefined)
      out = [...out, { kind: 'link', text: unescaped(link), to }];
    else out = withText(out, escaped ?? '');
  }
  return withText(out, line.slice(at));
};

const fence = /^(`{3,})\w*$/;

/** Blocks of Markdown as the handbook has them: paragraphs, lists of one level, fenced code. */
const blocksOf = (lines: readonly string[]): readonly Block[] => {
  const blocks: Block[] = [];
  for (let at = 0; at < lines.length;) {
    const line = lines[at] ?? '';
    const marks = fence.exec(line)?.[1];
    const begin = marks === undefined ? at : at + 1;
    const end = lines.findIndex((other, index) => index >= begin && other === (marks ?? ''));
    const stop = end < 0 ? lines.length : end;
    const inside = lines.slice(begin, stop);
    if (marks !== undefined) blocks.push({ kind: 'code', text: inside.join('\n') });
    else if (line.startsWith('- '))
      blocks.push({ kind: 'list', items: inside.map((item) => inlinesOf(item.slice(2))) });
    else if (line !== '') blocks.push({ kind: 'paragraph', inlines: inlinesOf(inside.join(' ')) });
    at = stop + 1;
  }
  return blocks;
};

/** What the handbook says of the cause; nothing where it has no section of that name. */
export const sectionOf = (handbook: string, cause: string): readonly Block[] => {
  const lines = handbook.split('\n');
  const start = lines.indexOf(`### \`${cause}\``);
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  let isCode = false;
  const end = rest.findIndex((line) => {
    if (line.startsWith('```')) isCode = !isCode;
    return !isCode && /^#{2,3} /.test(line);
  });
  return blocksOf(end < 0 ? rest : rest.slice(0, end));
};
