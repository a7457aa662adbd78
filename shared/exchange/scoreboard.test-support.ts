import { afterAll, afterEach } from 'vitest';

export interface Scoreboard {
  /** Counts the tests of the block that this is called in as vectors of that set, which holds so many. */
  count(set: string, all: number): void;
}

/** Prints one line for each set when all is done: how many of its vectors passed, and how many were not asserted. */
export const scoreboard = (): Scoreboard => {
  const scores = new Map<string, { passed: number; asserted: number; readonly all: number }>();
  afterAll(() => {
    for (const [set, { passed, asserted, all }] of scores) {
      const rest = asserted < all ? `, ${all - asserted} not asserted` : '';
      console.log(`${set}: ${passed} of ${all} vectors pass${rest}`);
    }
  });
  return {
    count(set, all) {
      const score = scores.get(set) ?? { passed: 0, asserted: 0, all };
      scores.set(set, score);
      afterEach(({ task }) => {
        score.asserted += 1;
        if (task.result?.state !== 'fail') score.passed += 1;
      });
    },
  };
};
