import { expect, test } from 'vitest';
import { expiryMs, retentionIn, usualRetention } from './retention.ts';

test.each([
  [{}, usualRetention],
  [{ historyRetention: 'all' }, usualRetention],
  [{ historyRetention: { attempts: 0, days: null } }, { attempts: 0, days: null }],
  [{ historyRetention: { attempts: -1, days: null } }, usualRetention],
  [{ historyRetention: { attempts: 10, days: 1.5 } }, usualRetention],
  [{ historyRetention: { attempts: null, days: 7 } }, { attempts: null, days: 7 }],
])('%j', (preferences, expected) => {
  expect(retentionIn(preferences)).toEqual(expected);
});

test('what is older than its days goes, and nothing where there are none', () => {
  expect(expiryMs({ attempts: null, days: 2 }, 200_000_000)).toBe(27_200_000);
  expect(expiryMs({ attempts: 5, days: null }, 200_000_000)).toBe(0);
});
