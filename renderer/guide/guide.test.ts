import { readdirSync, readFileSync } from 'node:fs';
import { lexer } from 'marked';
import { describe, expect, it } from 'vitest';
import { guidePages, type GuidePageId } from '../../shared/guide/guide-pages.ts';
import { guideLink, slugOf } from './guide-links.ts';
import { guidePicture } from './guide-pictures.ts';
import { guideText } from './guide-texts.ts';

const headingsOf = (text: string): readonly string[] =>
  lexer(text).flatMap((token) =>
    token.type === 'heading' && 'text' in token ? [slugOf(String(token.text))] : [],
  );
const linksOf = (text: string): readonly string[] =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, address = '']) => address);

describe('the guide', () => {
  it('lists every page that there is', () => {
    const files = readdirSync('docs/guide').filter((file) => file.endsWith('.md') && file !== 'README.md');
    expect(guidePages.map(({ id }) => `${id}.md`).toSorted()).toEqual(files.toSorted());
  });

  it('has a table of contents with the same pages', () => {
    const contents = linksOf(readFileSync('docs/guide/README.md', 'utf8'));
    expect(guidePages.filter(({ id }) => !contents.includes(`${id}.md`))).toEqual([]);
  });

  it.each(guidePages.map(({ id, title }) => [id, title] as const))(
    '%s begins with its title',
    async (id, title) => {
      expect((await guideText(id)).split('\n', 1)).toEqual([`# ${title}`]);
    },
  );

  it.each(guidePages.map(({ id }) => id))('the links of %s lead to headings that are there', async (id) => {
    for (const address of linksOf(await guideText(id))) {
      const to = guideLink(id, address);
      if (to.kind !== 'page' || to.heading === undefined) continue;
      expect(headingsOf(await guideText(to.page)), address).toContain(to.heading);
    }
  });
});

describe('the pictures of the guide', () => {
  const named = guidePages.map(
    ({ id }) =>
      [
        id,
        [...readFileSync(`docs/guide/${id}.md`, 'utf8').matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(
          ([, name = '']) => name,
        ),
      ] as const,
  );

  it.each(named)('are part of the window: %s', (_, names) => {
    for (const isDark of [true, false])
      expect(names.filter((name) => guidePicture(name, isDark) === undefined)).toEqual([]);
  });

  it('and no other is', () => {
    expect(guidePicture('../pictures/no-such-light.webp', false)).toBeUndefined();
  });
});

describe('a link', () => {
  it.each<[GuidePageId, string, unknown]>([
    ['command-line', 'files-and-vault.md', { kind: 'page', page: 'files-and-vault', heading: undefined }],
    [
      'command-line',
      'files-and-vault.md#the-vault',
      { kind: 'page', page: 'files-and-vault', heading: 'the-vault' },
    ],
    ['command-line', '#colours', { kind: 'page', page: 'command-line', heading: 'colours' }],
    ['command-line', 'https://example.com/', { kind: 'web', address: 'https://example.com/' }],
    ['command-line', '../experiments.md', { kind: 'elsewhere' }],
  ])('of %s to %s', (from, address, expected) => {
    expect(guideLink(from, address)).toEqual(expected);
  });
});
