import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** The table beside the project that docs/peers.md answers row by row. */
const peers = '../shared/design/peers.md';

const cellsOf = (line: string): readonly string[] =>
  line
    .split(/(?<!\\)\|/)
    .slice(1, -1)
    .map((cell) => cell.replaceAll('**', '').trim());

/** First cells of the table below a heading, without its head. */
const rowsBelow = (text: string, heading: RegExp): readonly (readonly string[])[] => {
  const [, ...rest] = text.split(heading);
  const [section = ''] = (rest[0] ?? '').split(/^#|^Also seen/m);
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map(cellsOf);
};

const answered = readFileSync('docs/peers.md', 'utf8');
const tables = [
  ['1c', 'Debugging and inspection'],
  ['1d', 'Import and export'],
  ['1e', 'Secrets and storage'],
  ['1f', 'Composing and UX basics users expect'],
] as const;

describe.each(tables)('table %s, %s', (number, title) => {
  const rows = rowsBelow(answered, new RegExp(`^## ${title}$`, 'm'));

  test.skipIf(!existsSync(peers))('every row is answered', () => {
    const theirs = rowsBelow(readFileSync(peers, 'utf8'), new RegExp(`^### ${number}\\. ${title}$`, 'm'));
    expect(theirs.length).toBeGreaterThan(5);
    expect(rows.map(([name]) => name)).toEqual(theirs.map(([name]) => name));
  });

  test('every row says what is here, or why not, and which spec walks it', () => {
    expect(rows.filter((cells) => cells.length !== 3 || cells.includes(''))).toEqual([]);
  });

  test('the specs that are named are there', () => {
    const named = rows.flatMap(([, , specs = '']) => specs.split(', ').filter((spec) => spec !== ''));
    expect(named.filter((spec) => !existsSync(`e2e/${spec}.spec.ts`))).toEqual([]);
  });
});
