import type { Facts } from './facts.ts';
import type { Observation } from './observation.ts';
import { scoreOf } from './score.ts';
import { ruledOut, type Opinion, type Rule, type Support, type Weighed } from './rule.ts';
import { HINTED } from './weights.ts';

/** What a cause weighs that nothing in the exchange speaks for: much less than "nothing explains it". */
const UNHEARD = -2;
/** Below this a cause that nothing else speaks for stays among what is unexplained. */
const RAISES = HINTED;
/** From here on an experiment excludes what it speaks against. */
const EXCLUDED = -3;

/**
 * Each further experiment that says the same tells half as much: a server that answers everything alike answers every
 * experiment alike.
 */
const sum = (weights: readonly number[]): number =>
  [weights.filter((weight) => weight > 0), weights.filter((weight) => weight < 0)]
    .flatMap((oneWay) =>
      oneWay.toSorted((a, b) => Math.abs(b) - Math.abs(a)).map((weight, at) => weight / 2 ** at),
    )
    .reduce((total, weight) => total + weight, 0);

const asWeighed = ({ weight, text, experiment }: Observation, facts: Facts): Weighed => ({
  weight,
  evidence: { text, place: { in: 'experiment', exchange: facts.index, name: experiment } },
});

const isObserved = ({ evidence }: Weighed): boolean => evidence.place.in === 'experiment';

/**
 * What a rule says once experiments have told something about its cause. What they found is heard like words of the
 * server, so that a rule that was silent can speak in its own words; where it has none, those of the experiment stand.
 */
export const opinionOf = (
  rule: Rule,
  facts: Facts,
  heard: readonly Weighed[],
  observations: readonly Observation[],
): Opinion => {
  const opinion = rule.examine(facts, heard);
  if (observations.length === 0) return opinion;
  const own = observations.filter(({ cause }) => cause === rule.cause);
  if (own.length === 0) return opinion;
  const total = sum(own.map(({ weight }) => weight));
  const worst = own.toSorted((a, b) => a.weight - b.weight)[0];
  if (
    opinion?.kind === 'support' &&
    worst !== undefined &&
    total <= EXCLUDED &&
    scoreOf(opinion.weighed) + total < 0
  )
    return ruledOut(worst.text);
  const weighed = own.map((one) => asWeighed(one, facts));
  const shown = own.find(({ verdict, weight }) => verdict !== undefined && weight > 0)?.verdict;
  if (opinion?.kind === 'support') return spoken(opinion, weighed, shown);
  if (total < RAISES || (opinion?.kind === 'ruled-out' && shown === undefined)) return opinion;
  const again = rule.examine(facts, [...heard, ...weighed.filter(({ weight }) => weight > 0)]);
  if (again?.kind === 'support')
    return spoken({ ...again, weighed: again.weighed.filter((item) => !isObserved(item)) }, weighed, shown);
  return shown === undefined ? opinion : { kind: 'support', weighed, ...shown };
};

const spoken = (support: Support, weighed: readonly Weighed[], shown: Observation['verdict']): Support => ({
  ...support,
  ...shown,
  weighed: [...support.weighed, ...weighed],
});

/** The sum of the evidence. What experiments say is independent of what the exchange says. */
export const scoreWith = (weighed: readonly Weighed[]): number => {
  const observed = weighed.filter(isObserved);
  const seen = observed.length === 0 ? weighed : weighed.filter((item) => !isObserved(item));
  const found = sum(observed.map(({ weight }) => weight));
  return (seen.length === 0 ? UNHEARD : scoreOf(seen)) + found;
};
