import { describe, expect, test } from 'vitest';
import { accounts } from './accounts.test-support.ts';
import { callbacks } from './callbacks.test-support.ts';
import { carriers } from './carriers.test-support.ts';
import { doors } from './doors.test-support.ts';
import { kinds } from './kinds.test-support.ts';
import { limits } from './limits.test-support.ts';
import { origins } from './origins.test-support.ts';
import { tokens } from './tokens.test-support.ts';
import type { Wording, Wordings } from './wording.test-support.ts';
import { causeOf } from './wording.test-support.ts';

/** Each wording is another product's, and none of these products has a table. */
const all: Readonly<Record<string, Wordings>> = {
  accounts,
  callbacks,
  carriers,
  doors,
  kinds,
  limits,
  origins,
  tokens,
};

for (const [about, wordings] of Object.entries(all))
  describe(about, () => {
    for (const [cause, rows] of Object.entries(wordings))
      test.each(rows.map((row): [string, Wording] => [JSON.stringify(row.slice(0, 3)), row]))(
        `${cause}: %s`,
        (_, row) => {
          expect(causeOf(row)).toBe(cause);
        },
      );
  });
