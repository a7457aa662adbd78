import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { causes } from '../shared/diagnosis/causes.ts';

test('docs/causes.md has a row for every cause of the closed list, and no other', () => {
  const rows = [...readFileSync('docs/causes.md', 'utf8').matchAll(/^\| `([a-z-]+)` +\|/gm)].map(
    ([, code = '']) => code,
  );
  expect(rows.toSorted()).toEqual([...causes].toSorted());
});
