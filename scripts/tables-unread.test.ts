import { expect, test, vi } from 'vitest';

/**
 * To read the tables takes longer than a request: what is loaded with the facts asks for them when they are needed. The
 * folder of the tables is loaded as one, and may look at itself.
 */
const readers = vi.hoisted((): string[] => []);

vi.mock(import('../shared/diagnosis/providers/index.ts'), () => ({
  get providers() {
    const [caller = ''] = /\/diagnosis\/[\w./-]+/.exec(new Error().stack ?? '') ?? [];
    readers.push(caller);
    return [];
  },
}));

test('loading facts and rules reads no table', async () => {
  await import('../shared/diagnosis/facts.ts');
  await import('../shared/diagnosis/rules/index.ts');
  expect(readers.filter((caller) => !caller.startsWith('/diagnosis/providers/'))).toEqual([]);
});
