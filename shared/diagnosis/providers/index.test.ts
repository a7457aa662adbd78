import { describe, expect, test } from 'vitest';
import { causes } from '../causes.ts';
import { providers } from './index.ts';

describe('the tables of providers', () => {
  test('have an id each', () => {
    const ids = providers.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(providers.map((provider) => [provider.id, provider] as const))('%s is whole', (_, provider) => {
    expect(provider.source).toMatch(/^https:\/\/[a-z0-9.-]+\//);
    expect(
      [provider.hosts, provider.fields, provider.challenge, provider.body].some((by) => by !== undefined),
    ).toBe(true);
    expect(provider.signs.length).toBeGreaterThan(0);
    for (const sign of provider.signs) {
      expect(causes).toContain(sign.cause);
      expect(sign.explanation).toMatch(/\.$/);
      expect(
        [sign.code, sign.says, sign.sent, sign.path, sign.status].some((when) => when !== undefined),
      ).toBe(true);
    }
  });
});
