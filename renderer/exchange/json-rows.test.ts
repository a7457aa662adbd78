import fc from 'fast-check';
import { jsonpath } from 'json-p3';
import { describe, expect, test } from 'vitest';
import { containing, foundRows, jsonRows, type Opened } from './json-rows.ts';

const opened = (depth: number, ...turned: readonly string[]): Opened => ({ depth, turned: new Set(turned) });
const lines = (value: unknown, open: Opened, revealed = false): readonly string[] =>
  jsonRows(value, open, revealed).map(
    ({ depth, name, shown, isOpen }) =>
      `${'  '.repeat(depth)}${isOpen === undefined ? '' : isOpen ? '- ' : '+ '}${name ?? ''} ${shown}`,
  );

const value = {
  user: { name: 'Ann', roles: ['a', 'b'], empty: {} },
  access_token: 'tok-secret-1234',
  n: null,
};

describe('the lines of a tree', () => {
  test('down to a depth, less and more what was turned over', () => {
    expect(lines(value, opened(1))).toEqual([
      '-  3 members',
      '  + user 3 members',
      '  access_token "••••••••34"',
      '  n null',
    ]);
    expect(lines(value, opened(1, "$['user']"))).toEqual([
      '-  3 members',
      '  - user 3 members',
      '    name "Ann"',
      '    + roles 2 elements',
      '    empty 0 members',
      '  access_token "••••••••34"',
      '  n null',
    ]);
    expect(lines(value, opened(1, '$'))).toEqual(['+  3 members']);
  });

  test('secrets are shown only when they are revealed', () => {
    expect(lines(value, opened(9)).join()).not.toContain('tok-secret');
    expect(lines(value, opened(9), true)).toContain('  access_token "tok-secret-1234"');
    expect(lines({ a: 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.' }, opened(9)).join()).not.toContain(
      'eyJzdWIi',
    );
  });

  test('every path leads to its value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (any) => {
        const json: unknown = JSON.parse(JSON.stringify(any));
        for (const { path, kind } of jsonRows(json, opened(99), true)) {
          const [node, ...more] = jsonpath.query(path, json as never).nodes;
          expect(more).toEqual([]);
          expect(node?.path).toBe(path);
          const found: unknown = node?.value;
          expect(kind).toBe(found === null ? 'null' : Array.isArray(found) ? 'array' : typeof found);
        }
      }),
    );
  });
});

describe('what contains some words', () => {
  test.each<[string, readonly string[]]>([
    ['ann', ["$['user']['name']"]],
    ['ROLE', ["$['user']['roles']"]],
    ['token', ["$['access_token']"]],
    ['null', ["$['n']"]],
    ['nothing of it', []],
  ])('%s', (words, paths) => {
    expect(containing(value, words).map(({ path }) => path)).toEqual(paths);
  });

  test('however deep it lies', () => {
    const depth = 20_000;
    const deep: unknown = JSON.parse(`${'['.repeat(depth)}"here"${']'.repeat(depth)}`);
    expect(containing(deep, 'here').map(({ path }) => path)).toEqual([`$${'[0]'.repeat(depth)}`]);
  });

  test('in the order of the body', () => {
    expect(containing({ b: [1, { a: 1 }], c: 1 }, '1').map(({ path }) => path)).toEqual([
      "$['b'][0]",
      "$['b'][1]",
      "$['b'][1]['a']",
      "$['c']",
    ]);
  });

  test('as lines with whole paths, secrets masked', () => {
    expect(foundRows(containing(value, 'token'), false)).toMatchObject([
      { name: "$['access_token']", shown: '"••••••••34"' },
    ]);
  });
});
