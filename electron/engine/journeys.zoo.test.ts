import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type Engine } from '../engine.ts';
import { holdLoginPort } from '../login-port.test-support.ts';
import { allListen } from '../zoo.test-support.ts';
import { journeys } from './journeys/index.test-support.ts';
import { openLoopback } from './journeys/loopback.test-support.ts';
import { walk, type Walked } from './journeys/walk.test-support.ts';
import { approve, worldWith } from './journeys/world.test-support.ts';

/**
 * From a refusal to an accepted request by the engine’s door alone: provoke, read the verdict, take what is offered, see
 * 2xx where a client can mend it. The table of it is printed.
 */

const isUp = await allListen();
if (!isUp) process.stdout.write('skipped: journeys; the auth zoo is not up (run its "zoo up")\n');

const mendable = journeys.filter(({ press }) => press !== undefined);

describe.skipIf(!isUp)('journeys', () => {
  holdLoginPort();
  let engine: Engine;
  let offsetMs = 0;
  let folder = '';
  let loopback: Awaited<ReturnType<typeof openLoopback>>;
  const walked = new Map<string, Walked>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'why401-journeys-'));
    loopback = await openLoopback();
    engine = await createEngine({
      host: 'shell',
      dataFolder: folder,
      version: '1',
      environment: {},
      nowMs: () => Date.now() + offsetMs,
      async openBrowser(url) {
        void approve(url);
        return true;
      },
    });
  });

  afterAll(async () => {
    await engine.close();
    loopback.close();
    await rm(folder, { recursive: true, force: true });
    const rows = journeys.map(({ name, cause }) => {
      const one = walked.get(name);
      return [cause, name, one?.verdict ?? '–', one?.remedy ?? 'Write a report', String(one?.result ?? '–')];
    });
    const helped = mendable.filter(({ name }) => isAccepted(walked.get(name)));
    process.stdout.write(
      `${rows.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n${new Set(journeys.map(({ cause }) => cause)).size} causes; ${helped.length} of ${mendable.length} mendable ended in 2xx\n`,
    );
  });

  test.each(journeys.map((journey) => [journey.name, journey] as const))(
    '%s',
    { timeout: 60_000 },
    async (name, journey) => {
      offsetMs = journey.clockMs ?? 0;
      const one = await walk(engine, journey, worldWith(loopback.origin));
      walked.set(name, one);
      expect(one.diagnosis.findings[0]?.cause, one.verdict).toBe(journey.cause);
      if (journey.press === undefined) {
        expect(one.offered).toContain('Write a report');
        return;
      }
      expect(one.remedy, `offered: ${one.offered.join(' · ')}`).toMatch(journey.press);
      expect(one.result).toBeGreaterThanOrEqual(200);
      expect(one.result).toBeLessThan(300);
      expect(one.undone).toBe(true);
    },
  );
});

const isAccepted = (one: Walked | undefined): boolean =>
  typeof one?.result === 'number' && one.result >= 200 && one.result < 300;
