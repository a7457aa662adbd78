import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { causes } from '../causes.ts';
import { causeTitle } from '../words.ts';
import { rules } from './index.ts';

const beside = (name: string): boolean => existsSync(fileURLToPath(new URL(name, import.meta.url)));

describe('every cause but `unexplained`', () => {
  const explained = causes.filter((cause) => cause !== 'unexplained');

  test('has one rule, in the order of the list of causes', () => {
    expect(rules.map(({ cause }) => cause)).toEqual(explained);
  });

  test.each(explained)('%s has a file, a table of cases and words', (cause) => {
    expect(beside(`./${cause}.ts`)).toBe(true);
    expect(beside(`./${cause}.test.ts`)).toBe(true);
    expect(causeTitle(cause)).not.toBe('');
  });
});
