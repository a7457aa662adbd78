import { expect, test } from 'vitest';
import { casesIn } from './cases.test-support.ts';
import { factsOf } from './facts.ts';
import { heardIn } from './heard.ts';
import { phrasedIn } from './phrased.ts';
import { rules } from './rules/index.ts';

test('the index hears in every case what asking phrase by phrase hears', () => {
  const cases = [...(casesIn('./field-cases') ?? []), ...(casesIn('./cases') ?? [])];
  expect(cases.length).toBeGreaterThan(100);
  for (const { attempt } of cases)
    for (const at of attempt.exchanges.keys()) {
      const facts = factsOf(attempt, at);
      if (facts === undefined) continue;
      const plain = rules.flatMap(({ cause, phrases }) => {
        const found = heardIn(
          facts,
          phrases.map((phrase) => ({ phrase, alternatives: [phrase.says] })),
        );
        return found.size === 0 ? [] : [[cause, found] as const];
      });
      expect([...phrasedIn(facts)]).toEqual(plain);
    }
});
