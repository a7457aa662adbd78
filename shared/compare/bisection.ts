import { answerOf, requestsIn } from '../experiments/answers.ts';
import type { Experiment, Step } from '../experiments/experiment.ts';
import { canSend, requestLine, resending } from '../experiments/plans.ts';
import type { Ran } from '../experiments/result.ts';
import type { Scene } from '../experiments/scene.ts';
import type { Draft } from '../workspace/draft.ts';
import type { Difference } from './difference.ts';

/** What halving the differences came to. */
export interface Bisected {
  readonly outcome: 'one' | 'together' | 'still-refused' | 'unfinished';
  /** The one that turns it, or those of which no half did. */
  readonly differences: readonly Difference[];
}

type Applicable = Difference & { apply(draft: Draft): Draft };

const isApplicable = (one: Difference): one is Applicable => one.apply !== undefined;

const applied = (draft: Draft, all: readonly Applicable[]): Draft =>
  all.reduce((before, one) => one.apply(before), draft);

/** What is to be tried next: these differences together; or that it is over. */
type Stage =
  | { readonly try: readonly Applicable[] }
  | { readonly over: Exclude<Bisected['outcome'], 'unfinished'>; readonly left: readonly Applicable[] };

/**
 * First all differences at once, which must turn the refusal; then the first half of those that are left, then the
 * second: whichever half turns it goes on alone.
 */
const stageAfter = (all: readonly Applicable[], turned: readonly boolean[]): Stage => {
  let left = all;
  let at = 0;
  if (turned[at] === undefined) return { try: left };
  if (turned[at] === false) return { over: 'still-refused', left };
  at += 1;
  while (left.length > 1) {
    const middle = Math.ceil(left.length / 2);
    const [first, second] = [left.slice(0, middle), left.slice(middle)];
    const one = turned[at];
    at += 1;
    if (one === undefined) return { try: first };
    if (one) {
      left = first;
      continue;
    }
    const other = turned[at];
    at += 1;
    if (other === undefined) return { try: second };
    if (!other) return { over: 'together', left };
    left = second;
  }
  return { over: 'one', left };
};

const turnsIn = (scene: Scene, runs: readonly Ran[]): readonly boolean[] =>
  requestsIn(runs).map((ran) => answerOf(scene.facts, ran) === 'accepted');

export const bisectedBy = (
  scene: Scene,
  differences: readonly Difference[],
  runs: readonly Ran[],
): Bisected => {
  const stage = stageAfter(differences.filter(isApplicable), turnsIn(scene, runs));
  return 'over' in stage
    ? { outcome: stage.over, differences: stage.left }
    : { outcome: 'unfinished', differences: stage.try };
};

/** Most requests it takes: each halving asks one half or both. */
export const mostRequests = (count: number): number =>
  count === 0 ? 0 : 1 + 2 * Math.ceil(Math.log2(Math.max(1, count)));

/**
 * The differences halved until the one is named that turns the refusal; an experiment like any other, made for two
 * requests.
 */
export const bisection = (differences: readonly Difference[]): Experiment => {
  const all = differences.filter(isApplicable);
  return {
    id: 'bisection',
    changed: 'Differences, half by half',
    question: 'Which of the differences is it?',
    says: {
      one: 'One difference turns it',
      together: 'Only several differences together turn it',
      'still-refused': 'With all differences taken over it is refused as well',
      unfinished: 'It was stopped before it came to an end',
    },
    likelihoods: { otherwise: { one: 1, together: 1, 'still-refused': 1, unfinished: 1 } },
    plan: (scene) =>
      canSend(scene) && all.length > 0
        ? resending(scene, {
            most: mostRequests(all.length),
            sends: `${requestLine(scene)} with all of ${all.length} differences taken over, then with half of them, ${mostRequests(all.length)} times at most.`,
            own: true,
          })
        : undefined,
    next(scene, runs): Step | undefined {
      const stage = stageAfter(all, turnsIn(scene, runs));
      return 'over' in stage
        ? undefined
        : {
            kind: 'request',
            label: stage.try.map(({ name }) => name).join(', '),
            draft: applied(scene.draft, stage.try),
          };
    },
    read: (scene, runs) => ({
      outcome: bisectedBy(scene, all, runs).outcome,
      answer: turnsIn(scene, runs)
        .map((turned) => (turned ? 'accepted' : 'refused'))
        .join(', '),
    }),
  };
};
