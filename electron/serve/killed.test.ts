import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Boot } from '../../shared/ipc/replies.ts';
import { startHostProcess, type HostProcess } from './host-process.test-support.ts';
import { Expected, randomEdit, seeded } from './random-edits.test-support.ts';

const edits = 200;
const ids = Array.from({ length: 12 }, (_, index) => `r${index}`);

let root = '';
const hosts: HostProcess[] = [];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'why401-killed-'));
  await mkdir(join(root, 'page'));
  await writeFile(join(root, 'page', 'index.html'), '');
});
afterEach(async () => {
  for (const host of hosts.splice(0)) await host.kill();
  await rm(root, { recursive: true, force: true });
});

const workspace = (): string => join(root, 'work');
const start = async (): Promise<HostProcess> => {
  const host = await startHostProcess(join(root, 'data'), workspace(), join(root, 'page'));
  hosts.push(host);
  return host;
};
const booted = async (host: HostProcess): Promise<Boot> => {
  const reply = await host.call('boot', null);
  if (reply?.ok !== true) throw new Error('The host does not answer.');
  return reply.value;
};

/** Pieces that a write left behind. */
const leftovers = async (): Promise<readonly string[]> =>
  (await readdir(workspace(), { recursive: true })).filter((path) => path.endsWith('.tmp'));

describe('a host that is killed in the middle of its work', () => {
  it('loses nothing that it confirmed and leaves nothing half-written', { timeout: 120_000 }, async () => {
    const seed = 401;
    const random = seeded(seed);
    const expected = new Expected();
    let asked = 0;
    let kills = 0;

    while (asked < edits) {
      const host = await start();
      const boot = await booted(host);
      expect(boot.workspace.problems, `seed ${seed}, after ${asked} edits`).toEqual([]);
      expect(expected.differences(boot), `seed ${seed}, after ${asked} edits`).toEqual([]);
      // One edit at a time for each request: only so anybody can say which of two was the later one.
      const busy = new Set<string>();
      const under: Promise<unknown>[] = [];
      const round = 24 + Math.floor(random() * 14);
      for (let count = 0; count < round && asked < edits; count += 1) {
        const free = ids.filter((id) => !busy.has(id));
        const id = free[Math.floor(random() * free.length)] ?? 'r0';
        busy.add(id);
        asked += 1;
        const edit = randomEdit(host, workspace(), expected, id, asked, random).then(() => busy.delete(id));
        under.push(edit);
        if (busy.size > 3) await Promise.race(under.splice(0));
      }
      await wait(random() * 12);
      await host.kill();
      kills += 1;
      await Promise.all(under);
    }

    const last = await start();
    const boot = await booted(last);
    expect(boot.workspace.problems).toEqual([]);
    expect(expected.differences(boot)).toEqual([]);
    expect(kills).toBeGreaterThan(5);
    expect(await leftovers()).toEqual([]);
  });
});

describe('two hosts on one workspace', () => {
  it(
    'keep what each of them confirmed, and refuse to write over what was not seen',
    { timeout: 60_000 },
    async () => {
      const seed = 402;
      const random = seeded(seed);
      const expected = new Expected();
      const [one, other] = [await start(), await start()];
      const refusals: string[] = [];

      /** Edits of one request follow one another, from the one host and the other; those of several go on at once. */
      const editOften = async (id: string): Promise<void> => {
        for (let count = 1; count <= 12; count += 1) {
          const host = random() < 0.5 ? one : other;
          const outcome = await randomEdit(host, workspace(), expected, id, count, random);
          if (typeof outcome === 'object') refusals.push(outcome.refused);
        }
      };
      await Promise.all(ids.map(editOften));

      const boot = await booted(await start());
      expect(boot.workspace.problems, `seed ${seed}`).toEqual([]);
      expect(expected.differences(boot), `seed ${seed}`).toEqual([]);
      expect(refusals.length).toBeGreaterThan(0);
      for (const refusal of refusals) expect(refusal).toMatch(/was changed .*read again; look at it/);
    },
  );
});
