import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../exchange/exchange.ts';
import { casesIn } from './cases.test-support.ts';
import { engineOf } from './engine.ts';
import { uncalibrated } from './calibration/calibration.ts';
import { fitted } from './calibration/fitted.ts';
import { factsOf } from './facts.ts';
import { providers } from './providers/index.ts';

const cases = [
  ...(casesIn('../../../shared/diagnosis/cases') ?? []),
  ...(casesIn('./cases') ?? []),
  ...(casesIn('./field-cases') ?? []),
];

const here = fileURLToPath(new URL('.', import.meta.url));

/** Everything that is compiled into the engine, and no test. */
const sources = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !/\.test(-support)?\.ts$/.test(name))
  .map((name) => [name, readFileSync(join(here, name), 'utf8')] as const);

/** Values that a case's author made up in place of real ones: nothing that a vendor documents. */
const secretsOf = (exchange: Exchange): readonly string[] => {
  const facts = factsOf({ id: '', startedAtMs: 0, source: 'imported', exchanges: [exchange] }, 0);
  return (facts?.credentials ?? [])
    .map(({ parsed, value }) => parsed?.rest ?? value)
    .filter((value) => value.length >= 16 && !/[\s<>{}$]/.test(value));
};

const marks = cases.flatMap(({ id, attempt }) => [id, ...attempt.exchanges.flatMap(secretsOf)]);

describe('no rule knows a case', () => {
  test.each(sources)('%s names no case and holds no secret of one', (_, source) => {
    const told = marks.filter((mark) => source.includes(mark));
    expect(told).toEqual([]);
  });
});

describe('no case knows another', () => {
  const answersOf = (calibration: typeof fitted, some: typeof cases): ReadonlyMap<string, string> => {
    const engine = engineOf({ providers, calibration });
    return new Map(
      some.map(({ id, attempt }) => [id, JSON.stringify(engine.diagnose({ ...attempt }).findings)]),
    );
  };

  test('an answer is the same whichever cases were asked before, and in whichever order', () => {
    const forwards = answersOf(fitted, cases);
    const backwards = answersOf(fitted, cases.toReversed());
    for (const [id, answer] of forwards) expect([id, backwards.get(id)]).toEqual([id, answer]);
  }, 60_000);

  test('without any one case all other answers stay as they are', () => {
    const all = answersOf(uncalibrated, cases);
    for (const [at, left] of cases.entries()) {
      if (at % 120 !== 0) continue;
      const others = cases.filter((one) => one !== left);
      for (const [id, answer] of answersOf(uncalibrated, others)) expect(all.get(id)).toBe(answer);
    }
  }, 60_000);
});
