import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { zooKeys } from '../../zoo.test-support.ts';
import type { World } from './journey.test-support.ts';

const zooCommand = fileURLToPath(new URL('../../../../shared/auth-zoo/zoo', import.meta.url));
const run = promisify(execFile);

export const worldWith = (loopback: string): World => ({
  loopback,
  keys: zooKeys,
  async token(client, scope = 'read write') {
    const { stdout } = await run(zooCommand, ['token', client, scope], { timeout: 30_000 });
    return stdout.trim();
  },
});

/** Plays the person at the login page: the zoo’s, or one of the loopback servers that asks for nothing. */
export const approve = async (url: string): Promise<void> => {
  if (new URL(url).pathname === '/as/auth') await fetch(url);
  else await run(zooCommand, ['approve', url], { timeout: 60_000 });
};
