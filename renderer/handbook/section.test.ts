import { describe, expect, test } from 'vitest';
import { causes } from '../../shared/diagnosis/causes.ts';
import handbook from '../../docs/causes.md?raw';
import { inlinesOf, sectionOf } from './section.ts';

const page = `# Causes

### \`a\`

**A \\* b:** c \`d_e\` and [f](#g).

\`\`\`http
> GET /

### no heading
\`\`\`

- one
- two \\<img\\>

### \`b\`

other
`;

describe('a section', () => {
  test('ends where the next one begins, and code is no heading', () => {
    expect(sectionOf(page, 'a')).toEqual([
      {
        kind: 'paragraph',
        inlines: [
          { kind: 'strong', text: 'A * b:' },
          { kind: 'text', text: ' c ' },
          { kind: 'code', text: 'd_e' },
          { kind: 'text', text: ' and ' },
          { kind: 'link', text: 'f', to: '#g' },
          { kind: 'text', text: '.' },
        ],
      },
      { kind: 'code', text: '> GET /\n\n### no heading' },
      {
        kind: 'list',
        items: [[{ kind: 'text', text: 'one' }], [{ kind: 'text', text: 'two <img>' }]],
      },
    ]);
  });

  test('that is not there is empty', () => {
    expect(sectionOf(page, 'c')).toEqual([]);
  });

  test.each(['', '**', '[a](', '`', '\\', '***a**'])('%j is text', (line) => {
    expect(
      inlinesOf(line)
        .map(({ text }) => text)
        .join(''),
    ).toBe(line === '***a**' ? '*a' : line);
  });
});

test.each(causes)('%s has a section with what helps', (cause) => {
  const kinds = sectionOf(handbook, cause).map(({ kind }) => kind);
  expect(kinds).toContain('list');
  expect(kinds[0]).toBe('paragraph');
});
