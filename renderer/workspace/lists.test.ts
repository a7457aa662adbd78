import { describe, expect, it } from 'vitest';
import { emptyDraft, type Draft } from '../../shared/workspace/draft.ts';
import { lastStatus, nameInList, timeInList } from './history-words.ts';
import { matchesOf } from './palette-match.ts';
import { readFolder } from './FolderInput.tsx';
import { draftsFound, folderIds, shortMethod, titleOf, treeOf, type TreeNode } from './tree.ts';

const draft = (name: string, folder: readonly string[] = [], url = ''): Draft => ({
  ...emptyDraft(`${folder.join('/')}/${name}`),
  name,
  folder: [...folder],
  url,
});

const drawn = (nodes: readonly TreeNode[]): readonly unknown[] =>
  nodes.map((node) => (node.kind === 'folder' ? [node.name, ...drawn(node.children)] : node.draft.name));

describe('the tree', () => {
  it('has folders first, each kind in the order of names and numbers', () => {
    const drafts = [
      draft('b'),
      draft('item 10', ['Z']),
      draft('item 9', ['Z']),
      draft('deep', ['A', 'Inner']),
      draft('a'),
      draft('flat', ['A']),
    ];
    expect(drawn(treeOf(drafts, []))).toEqual([
      ['A', ['Inner', 'deep'], 'flat'],
      ['Z', 'item 9', 'item 10'],
      'a',
      'b',
    ]);
  });
  it('shows a folder that has an auth and no request yet', () => {
    const nodes = treeOf(
      [draft('x', ['A'])],
      [
        { path: ['A', 'EU'], auth: { kind: 'none' } },
        { path: [], auth: { kind: 'none' } },
      ],
    );
    expect(drawn(nodes)).toEqual([['A', ['EU'], 'x']]);
    expect(nodes).toMatchObject([{ hasAuth: false, children: [{ path: ['A', 'EU'], hasAuth: true }, {}] }]);
  });
  it.each([
    ['', ['me', 'list']],
    ['  ', ['me', 'list']],
    ['LIST', ['list']],
    ['bill list', ['list']],
    ['get v1', ['me']],
    ['nothing', []],
  ])('finds of %j %j', (typed, names) => {
    const drafts = [draft('me', [], 'https://a.example/v1/me'), draft('list', ['Billing'])];
    expect(draftsFound(drafts, typed).map(({ name }) => name)).toEqual(names);
  });
  it('tells folders of one name in different places apart', () => {
    const ids = folderIds(treeOf([draft('x', ['A', 'B']), draft('y', ['B'])], []));
    expect(new Set(ids).size).toBe(3);
  });
  it.each([
    [draft('me'), 'me'],
    [draft('', [], 'https://a.example/v1/users/'), 'users'],
    [draft('', [], 'https://a.example'), 'a.example'],
    [draft('', [], '{{host}}/x'), 'x'],
    [draft(''), 'New request'],
  ])('calls %o %s', (given, title) => {
    expect(titleOf(given)).toBe(title);
  });
  it.each([
    ['GET', 'GET'],
    ['DELETE', 'DEL'],
    ['PROPFIND', 'PROPF'],
  ])('shortens %s to %s', (method, short) => {
    expect(shortMethod(method)).toBe(short);
  });
});

describe('history in a list', () => {
  const noon = new Date(2026, 7, 20, 12, 4).getTime();
  it.each([
    ['today', new Date(2026, 7, 20, 9, 5), '09:05'],
    ['this week', new Date(2026, 7, 17, 9, 5), 'Mon'],
    ['long ago', new Date(2026, 6, 3, 9, 5), '3.7.'],
  ])('%s', (_, at, words) => {
    expect(timeInList(at.getTime(), noon)).toBe(words);
  });
  it.each([
    [{ name: 'me', url: 'https://a/x' }, 'me'],
    [{ name: '', url: 'https://a.example/v1/me?x=1' }, 'me'],
    [{ name: '', url: 'https://a.example/' }, 'a.example'],
    [{ name: '', url: 'not a url' }, 'not a url'],
  ])('%o is called %s', (entry, name) => {
    expect(nameInList(entry)).toBe(name);
  });
  it('knows the last status of a request by its name, or its address', () => {
    const entry = {
      id: '1',
      atMs: 0,
      method: 'GET',
      url: 'https://a/x?y',
      name: '',
      durationMs: 0,
      status: 403,
    };
    const history = [entry, { ...entry, id: '2', name: 'me', status: 200 }];
    expect(lastStatus(history, { method: 'GET', name: 'me', url: '' })).toBe(200);
    expect(lastStatus(history, { method: 'GET', name: '', url: 'https://a/x' })).toBe(403);
    expect(lastStatus(history, { method: 'POST', name: 'me', url: '' })).toBeUndefined();
  });
});

it('finds each typed word, in any order, or none', () => {
  expect(matchesOf('Refresh token', 'tok ref')).toEqual([
    [0, 3],
    [8, 11],
  ]);
  expect(matchesOf('Refresh token', 'tok x')).toBeUndefined();
  expect(matchesOf('Refresh token', ' ')).toEqual([]);
});

it.each([
  ['Billing / Invoices', ['Billing', 'Invoices']],
  [' / ', []],
  ['', []],
])('reads %j as a path of folders', (typed, path) => {
  expect(readFolder(typed)).toEqual(path);
});
