import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foundRows, jsonRows } from '../json-rows.ts';
import { prettyJson } from '../pretty-json.ts';
import type { DrawnRow } from './drawn-row.ts';
import { findBytes } from './find-bytes.ts';
import { LargeBody, type Form } from './large-body.ts';
import { rowBytes } from './row-index.ts';

/** Fed in pieces of so many bytes, as it comes from the host. */
const bodyOf = (text: string, piece = 7): LargeBody => {
  const bytes = new TextEncoder().encode(text);
  const body = new LargeBody(bytes.length);
  for (let at = 0; at < bytes.length; at += piece) body.append(bytes.subarray(at, at + piece));
  return body;
};

const textOf = (rows: readonly DrawnRow[], indent = ''): string =>
  rows
    .map(({ pieces, depth, continues }, at) => {
      const text = pieces.map((one) => one.text).join('');
      return continues ? text : `${at === 0 ? '' : '\n'}${indent.repeat(depth)}${text}`;
    })
    .join('');

const all = (body: LargeBody, form: Form, revealed = true): readonly DrawnRow[] =>
  body.rows(form, 0, body.count(form), revealed);

/** JSON as servers write it: spaced or not. */
const json = fc
  .tuple(fc.jsonValue({ maxDepth: 4 }), fc.constantFrom(undefined, 1, 4, '\t'))
  .map(([value, space]) => JSON.stringify(value, null, space));

describe('rows', () => {
  test('laid-out JSON is what the editor would show', () =>
    fc.assert(
      fc.property(json, fc.integer({ min: 1, max: 50 }), (text, piece) => {
        const indented = textOf(all(bodyOf(text, piece), 'json'), '  ');
        expect(indented).toBe(prettyJson(text));
      }),
    ));

  test('plain text keeps its lines', () =>
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 })), (lines) => {
        const text = lines.map((line) => line.replace(/[\u0000-\u001f\u007f]/g, '')).join('\n');
        expect(textOf(all(bodyOf(text), 'text'))).toBe(text.replace(/\n$/, ''));
      }),
    ));

  test('any text has rows of bounded length in either form', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const body = bodyOf(text);
        for (const form of ['text', 'json'] as const) {
          const lengths = all(body, form).map(({ pieces }) =>
            pieces.reduce((sum, one) => sum + one.text.length, 0),
          );
          expect(Math.max(0, ...lengths)).toBeLessThan(2 * rowBytes);
        }
      }),
    ));

  test('a line of many megabytes is as cheap to look into as any', () => {
    const body = bodyOf('x'.repeat(3_000_000), 1_000_000);
    expect(body.count('text')).toBe(25_000);
    expect(body.rows('text', 24_000, 2, true)).toEqual(
      Array.from({ length: 2 }, () => ({
        pieces: [{ text: 'x'.repeat(rowBytes), kind: 'plain' }],
        depth: 0,
        continues: true,
      })),
    );
  });

  test('what is nested without an end is still there', () => {
    const body = bodyOf('['.repeat(100_000), 65_536);
    expect(body.count('json')).toBe(100_000);
    expect(body.rows('json', 99_999, 1, true)[0]?.pieces[0]?.text).toBe('[');
  });
});

describe('secrets', () => {
  const token = `eyJ${'a'.repeat(500)}.eyJ${'b'.repeat(500)}.${'c'.repeat(300)}`;
  const text = JSON.stringify({ id: 1, access_token: token, note: 'plain' });

  test.each(['text', 'json'] as const)(
    'one that goes on for rows is dots in the first of them: %s',
    (form) => {
      const drawn = textOf(all(bodyOf(text), form, false));
      expect(drawn).not.toMatch(/aaa|bbb|ccc/);
      expect(drawn.match(/••••••••/g)).toHaveLength(1);
      expect(drawn).toContain('plain');
    },
  );

  test('a window that begins in the middle of it shows nothing', () => {
    const body = bodyOf(text);
    for (let row = 0; row < body.count('json'); row += 1) {
      expect(textOf(body.rows('json', row, 1, false))).not.toMatch(/aaa|bbb|ccc/);
    }
  });

  test('what is searched for does not come out of it', () => {
    const body = bodyOf(text);
    expect(body.search('aaaa')).toBeGreaterThan(0);
    expect(textOf(all(body, 'json', false))).not.toContain('aaa');
  });
});

describe('search', () => {
  test.each([
    ['nothing', 'abc', '', []],
    ['any case of A to Z', 'Abc aBC', 'abC', [0, 4]],
    ['bytes, not characters', 'ü-ü', 'ü', [0, 3]],
    ['places do not overlap', 'aaaaa', 'aa', [0, 2]],
    ['at the very end', 'xyz', 'yz', [1]],
  ] as const)('%s', (_, text, words, places) =>
    expect(findBytes(new TextEncoder().encode(text), words)).toEqual(places),
  );

  test('finds its row in both forms, and marks it there', () => {
    const body = bodyOf('[{"a":1},{"needle":2}]');
    expect(body.search('NEEDLE')).toBe(1);
    expect(body.rowOfPlace('text', 0)).toBe(0);
    const row = body.rowOfPlace('json', 0);
    expect(body.rows('json', row, 1, true)[0]?.pieces).toEqual([
      { text: '"', kind: 'name' },
      { text: 'needle', kind: 'found' },
      { text: '"', kind: 'name' },
      { text: ': 2', kind: 'plain' },
    ]);
  });
});

describe('the tree', () => {
  test('is that of a small body', () =>
    fc.assert(
      fc.property(json, (text) => {
        const value: unknown = JSON.parse(text);
        const body = bodyOf(text);
        // A member that occurs twice is one value and two lines.
        const small = jsonRows(value, { depth: 2, turned: new Set() }, true);
        const large = body.treeRows(0, body.treeCount(), true);
        expect(large.map(({ row }) => body.pathOf(row)).toSorted()).toEqual(
          small.map(({ path }) => path).toSorted(),
        );
        expect(large).toHaveLength(small.length);
      }),
    ));

  test('shows names, kinds and sizes, and opens what is closed', () => {
    const body = bodyOf('{"items":[{"id":1,"tags":["a","b"]},{}],"password":"hunter2hunter2"}');
    const shown = (): readonly string[] =>
      body
        .treeRows(0, body.treeCount(), false)
        .map(({ name = '$', depth, shown: value, isOpen }) => `${depth} ${name} ${value} ${String(isOpen)}`);
    expect(shown()).toEqual([
      '0 $ 2 members true',
      '1 items 2 elements true',
      '2 $ 2 members false',
      '2 $ 0 members undefined',
      '1 password "••••••••r2" undefined',
    ]);
    expect(body.turn(body.treeRows(2, 1, false)[0]?.row ?? 0)).toBe(7);
    expect(shown()).toContain('3 tags 2 elements false');
    const tags = body.treeRows(4, 1, false)[0]?.row ?? 0;
    expect(body.pathOf(tags)).toBe("$['items'][0]['tags']");
  });
});

describe('filter', () => {
  const text = '{"items":[{"id":1},{"id":2,"api_key":"0123456789ab"}]}';
  test.each([
    ['words', 'api', ["$['items'][1]['api_key']"], undefined],
    ['a path', '$..id', ["$['items'][0]['id']", "$['items'][1]['id']"], undefined],
    ['a path with a fault', '$[', [], /^This is no JSONPath/],
  ] as const)('%s', async (_, filter, paths, problem) => {
    const answer = await bodyOf(text).filter(filter, false);
    expect(answer.rows.map(({ path }) => path)).toEqual(paths);
    expect(answer.problem ?? '').toMatch(problem ?? /^$/);
    expect(JSON.stringify(answer.rows)).not.toContain('0123456789');
  });

  test('says that what is not JSON cannot be filtered', async () => {
    expect((await bodyOf('{"a":').filter('a', false)).problem).toContain('not JSON to its end');
    expect(foundRows([], false)).toEqual([]);
  });
});
