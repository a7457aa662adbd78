import { afterEach, beforeEach } from 'vitest';
import { takeLoginPort } from './zoo.test-support.ts';

/** Gives each test of this block the port that the zoo's logins come back to, to itself. */
export const holdLoginPort = (): void => {
  let release: (() => Promise<void>) | undefined;
  beforeEach(async () => {
    release = await takeLoginPort();
  }, 70_000);
  afterEach(async () => {
    await release?.();
    release = undefined;
  });
};
