import fc from 'fast-check';

/** A pattern with a text that it matches whole. */
export interface Pair {
  readonly source: string;
  readonly text: string;
}

const words: readonly Pair[] = [
  ['Token', 'Token'],
  ['expired ', 'EXPIRED '],
  ['bad', 'bad'],
  ['\\d', '7'],
  ['[a-f|(]+', 'fe('],
  ['key\\.', 'key.'],
  ['ids?', 'id'],
  ['x{2,3}', 'xxx'],
  ['fail*', 'failll'],
  ['Schlüssel', 'Schlüssel'],
  ['(?!z)', ''],
].map(([source = '', text = '']) => ({ source, text }));

export const { whole } = fc.letrec<{ whole: Pair; row: Pair; part: Pair }>((tie) => ({
  whole: fc
    .tuple(tie('row'), fc.array(tie('row'), { maxLength: 2 }), fc.boolean())
    .map(([own, others, first]) => {
      const sources = others.map(({ source }) => source);
      return {
        source: (first ? [own.source, ...sources] : [...sources, own.source]).join('|'),
        text: own.text,
      };
    }),
  row: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => ({
    source: parts.map(({ source }) => source).join(''),
    text: parts.map(({ text }) => text).join(''),
  })),
  part: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...words),
    fc
      .tuple(
        tie('whole'),
        fc.constantFrom<[string, number][]>(['', 1], ['?', 0], ['*', 2], ['+', 3], ['{2}', 2], ['{0,2}', 0]),
      )
      .map(([{ source, text }, [wanted, times]]) => {
        // Of repetitions without an end inside of each other a search may never come back.
        const [often, count] = /[*+]/.test(source) && /[*+]/.test(wanted) ? ['', 1] : [wanted, times];
        return { source: `(?:${source})${often}`, text: text.repeat(count) };
      }),
  ),
}));
