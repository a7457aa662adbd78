import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { afterEach, beforeEach } from 'vitest';

/**
 * Gives each test of this block the port of `loginRedirect` (zoo.test-support.ts) to itself: files run side by side, and of two logins at a time
 * only one can listen there.
 */
export const holdLoginPort = (): void => {
  let release: (() => Promise<void>) | undefined;
  beforeEach(async () => {
    release = await lock(join(tmpdir(), 'why401-login-port'), {
      realpath: false,
      retries: { retries: 1200, factor: 1, minTimeout: 50, maxTimeout: 50 },
    });
  }, 70_000);
  afterEach(async () => {
    await release?.();
    release = undefined;
  });
};
