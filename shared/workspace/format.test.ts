import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineFormat } from './format.ts';
import { requestFormat } from './saved-request.ts';
import { parseYaml, updateYaml, writeYaml } from './yaml-text.ts';

const request = { version: 1, id: 'r1', name: 'me', method: 'GET', url: 'https://example.com' };

test.each<[string, unknown, string, string]>([
  [
    'a newer format',
    { ...request, version: 2 },
    'newer-format',
    'newer why401 (format 2, this one reads up to 1)',
  ],
  ['no version', { ...request, version: undefined }, 'unreadable-file', 'does not say its “version”'],
  [
    'a version that is no number',
    { ...request, version: '1' },
    'unreadable-file',
    'does not say its “version”',
  ],
  ['an unknown key', { ...request, colour: 'red' }, 'unreadable-file', 'colour'],
  ['an unknown key further in', { ...request, settings: { colour: 'red' } }, 'unreadable-file', 'settings'],
  ['a wrong type', { ...request, method: 1 }, 'unreadable-file', '“method”'],
  [
    'an id that is none of ours',
    { ...request, url: { secret: 'tokens:acme:prod' } },
    'unreadable-file',
    '“url.secret”',
  ],
  ['a list', [request], 'unreadable-file', 'not a list'],
  ['nothing', null, 'unreadable-file', 'not a list'],
])('refuses %s', (_, document, code, words) => {
  const read = requestFormat.read(document);
  expect(read).toMatchObject({ ok: false, code });
  expect(read.ok ? '' : read.message).toContain(words);
});

test('an older document is brought up to date, step by step', () => {
  const format = defineFormat({
    what: 'thing',
    version: 3,
    schema: z.strictObject({ version: z.literal(3), title: z.string(), tags: z.array(z.string()) }),
    upgrades: [
      ({ name, ...rest }) => ({ ...rest, version: 2, title: name }),
      (document) => ({ ...document, version: 3, tags: [] }),
    ],
  });
  expect(format.read({ version: 1, name: 'a' })).toEqual({
    ok: true,
    value: { version: 3, title: 'a', tags: [] },
  });
  expect(format.read({ version: 2, title: 'b' })).toEqual({
    ok: true,
    value: { version: 3, title: 'b', tags: [] },
  });
});

describe('YAML', () => {
  test.each([
    ['a tag that would make an object', 'a: !!js/function "x"'],
    ['broken text', 'a: [1, 2'],
    ['a key twice', 'a: 1\na: 2'],
  ])('%s is refused or harmless', (_, text) => {
    const parsed = parseYaml(text);
    if (parsed.ok) expect(parsed.value).toEqual({ a: 'x' });
    else expect(parsed.message).toMatch(/^This is not YAML: .+\.$/);
  });

  test('aliases that grow without end are refused', () => {
    const bomb = [
      'a0: &a0 [x, x]',
      ...Array.from({ length: 12 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}, *a${n}]`),
    ];
    expect(parseYaml(bomb.join('\n')).ok).toBe(false);
  });

  test('comments stay where they were', () => {
    const before = `# The account page.
version: 1
id: r1
name: me # short
fields:
  # asked for by the gateway
  - name: Accept
    value: text/html
`;
    const after = updateYaml(before, {
      version: 1,
      id: 'r1',
      name: 'account',
      method: 'GET',
      fields: [
        { name: 'Accept', value: 'application/json' },
        { name: 'X-Trace', value: '1' },
      ],
    });
    expect(after).toBe(`# The account page.
version: 1
id: r1
name: account # short
method: GET
fields:
  # asked for by the gateway
  - name: Accept
    value: application/json
  - name: X-Trace
    value: '1'
`);
  });

  test.each([
    ['broken text', 'a: [1, 2'],
    ['an empty file', ''],
    ['aliases', 'a: &x 1\nb: *x\n'],
    ['a list', '- a\n- b\n'],
  ])('%s is written anew', (_, before) => {
    expect(updateYaml(before, { a: 1, b: 'two' })).toBe(writeYaml({ a: 1, b: 'two' }));
  });
});
