import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = 'docs/pictures';
const guide = 'docs/guide';

/** A repository is cloned whole: its pictures are kept small. Bytes. */
const largestTogether = 6_000_000;

const files = readdirSync(folder).filter((name) => name.endsWith('.webp'));
const states = [...new Set(files.map((name) => name.replace(/-(?:light|dark)\.webp$/, '')))].toSorted();

const title = (state: string): string => {
  const words = state.replace(/^(\d+)-(\d+)-/, '$1 × $2: ').replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const gallery = [
  '# The window, state by state',
  '',
  'Taken by the end-to-end specs: `WHY401_PICTURES=1 npm run e2e -- --project=browser`. This page is written by',
  '`npx vitest run scripts/pictures.test.ts -u`.',
  ...states.flatMap((state) => [
    '',
    `## ${title(state)}`,
    '',
    `![${title(state)}, light](${state}-light.webp) ![${title(state)}, dark](${state}-dark.webp)`,
  ]),
  '',
].join('\n');

test('every state is there in both themes, and the gallery shows it', async () => {
  const wanted = states.flatMap((state) => [`${state}-dark.webp`, `${state}-light.webp`]);
  expect(files.toSorted()).toEqual(wanted.toSorted());
  await expect(gallery).toMatchFileSnapshot(join('..', folder, 'README.md'));
});

test('all pictures together stay small', () => {
  const bytes = files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  expect(bytes).toBeLessThan(largestTogether);
});

test.each(readdirSync(guide).filter((name) => name !== 'README.md'))('%s shows the window', (page) => {
  const shown = [
    ...readFileSync(join(guide, page), 'utf8').matchAll(/!\[[^\]]+\]\(\.\.\/pictures\/([^)]+)\)/g),
  ];
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.map(([, name]) => name).filter((name) => !files.includes(name ?? ''))).toEqual([]);
});
