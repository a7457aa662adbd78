import type { Cause } from '../diagnosis/causes.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Observation } from '../diagnosis/observation.ts';
import type { Attempt } from '../exchange/exchange.ts';
import type { Experiment, Plan, Reading } from './experiment.ts';
import { experimentById, experiments } from './index.ts';
import { after, beliefOf, causesTold, expectedInformation, likelihoodOf, outcomesOf } from './odds.ts';
import type { ExperimentResult } from './result.ts';
import { sceneOf, type Scene, type Surroundings } from './scene.ts';

/** One experiment that could be made now. */
export interface Proposal {
  readonly experiment: Experiment;
  readonly plan: Plan;
  /** By how many bits it is expected to lower the uncertainty. */
  readonly information: number;
  /** The odds of the leading cause now, and at best and at worst after it; probabilities. */
  readonly expected: { readonly now: number; readonly best: number; readonly worst: number };
}

/** Less than this is not worth a request. */
const WORTH_ASKING = 0.02;

/**
 * What can be found out, the most telling first; of two that tell as much, the one with fewer requests. Those that were
 * made are left out.
 */
export const propose = (
  scene: Scene,
  diagnosis: Diagnosis,
  done: readonly ExperimentResult[] = [],
): readonly Proposal[] => {
  if (finished(scene, done).some(({ experiment, reading }) => experiment.settles === reading.outcome))
    return [];
  const applicable = experiments.flatMap((experiment) => {
    const plan = experiment.plan(scene);
    return plan === undefined ? [] : [{ experiment, plan }];
  });
  const belief = beliefOf(
    diagnosis,
    applicable.map(({ experiment }) => experiment),
  );
  const [leader] = [...belief].toSorted((a, b) => b[1] - a[1]);
  return applicable
    .filter(({ experiment: { id } }) => done.every((result) => result.id !== id))
    .flatMap(({ experiment, plan }): readonly Proposal[] => {
      const information = expectedInformation(experiment, belief);
      if (leader === undefined || information < WORTH_ASKING) return [];
      const [cause, now] = leader;
      const moved = outcomesOf(experiment).map(
        (outcome) => after(experiment, outcome, belief).get(cause) ?? 0,
      );
      const expected = { now, best: Math.max(...moved), worst: Math.min(...moved) };
      return [{ experiment, plan, information, expected }];
    })
    .toSorted((a, b) => b.information - a.information || a.plan.most - b.plan.most);
};

/** Where a weight ends: no single experiment is proof. */
const MOST_WEIGHT = 5;
/** Less than this is no more than chance. */
const SPEAKS = 0.2;

/** What the outcome says for and against each cause, in log-odds beside the causes that it does not name. */
const observationsOf = (experiment: Experiment, reading: Reading): readonly Observation[] => {
  const usual = likelihoodOf(experiment, reading.outcome, 'unexplained');
  const named = reading.named?.cause;
  const causes = [...new Set([...causesTold(experiment), ...(named === undefined ? [] : [named])])];
  return causes.flatMap((cause) => {
    const told = weightOf(likelihoodOf(experiment, reading.outcome, cause), usual);
    // What was shown by changing one thing leaves no room for others that would have shown the same.
    const weight = named === undefined ? told : cause === named ? MOST_WEIGHT : Math.min(0, told);
    return Math.abs(weight) < SPEAKS ? [] : [observation(experiment, reading, cause, weight)];
  });
};

const weightOf = (likelihood: number, usual: number): number =>
  Math.max(-MOST_WEIGHT, Math.min(MOST_WEIGHT, Math.log(likelihood / usual)));

const observation = (
  experiment: Experiment,
  reading: Reading,
  cause: Cause,
  weight: number,
): Observation => ({
  cause,
  weight,
  text: saysOf(experiment, reading),
  experiment: experiment.changed,
  ...(reading.named?.cause === cause ? { verdict: reading.named } : {}),
});

const saysOf = ({ says }: Experiment, reading: Reading): string =>
  reading.says ?? says[reading.outcome] ?? '';

/** An experiment that was made, and what came of it. */
export interface Finished {
  readonly experiment: Experiment;
  readonly reading: Reading;
  readonly says: string;
  readonly result: ExperimentResult;
}

export const finished = (scene: Scene, results: readonly ExperimentResult[]): readonly Finished[] =>
  results.flatMap((result) => {
    const experiment = experimentById(result.id);
    if (experiment === undefined) return [];
    const reading = experiment.read(scene, result.runs);
    return [{ experiment, reading, says: saysOf(experiment, reading), result }];
  });

/** The unchanged request was accepted: then an acceptance proves nothing of what was changed. */
const isChance = ({ control }: Experiment, { outcome }: Reading): boolean =>
  control !== undefined && (outcome === 'mixed' || outcome === 'passed') && outcome !== control;

/** The diagnosis of the attempt, with what the experiments found out. */
export const diagnoseWith = (
  attempt: Attempt,
  around: Omit<Surroundings, 'attempt' | 'diagnosis'>,
  results: readonly ExperimentResult[],
): Diagnosis => {
  const diagnosis = diagnose(attempt);
  const scene = sceneOf({ ...around, attempt, diagnosis });
  if (scene === undefined || results.length === 0) return diagnosis;
  const all = finished(scene, results);
  const chance = all.some(({ experiment, reading }) => isChance(experiment, reading));
  const observations = all.flatMap(({ experiment, reading }) =>
    chance && experiment.control === undefined && reading.named !== undefined
      ? []
      : observationsOf(experiment, reading),
  );
  return diagnose(attempt, { exchange: diagnosis.exchange, observations });
};
