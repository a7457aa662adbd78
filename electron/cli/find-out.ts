import type { Diagnosis } from '../../shared/diagnosis/diagnosis.ts';
import type { Attempt } from '../../shared/exchange/exchange.ts';
import type { Experiment } from '../../shared/experiments/experiment.ts';
import { experimentsJson, type ExperimentsJson } from '../../shared/experiments/experiments-json.ts';
import { madeFrom } from '../../shared/experiments/made.ts';
import { diagnoseWith, finished, propose, type Proposal } from '../../shared/experiments/propose.ts';
import type { ExperimentResult, Ran } from '../../shared/experiments/result.ts';
import { sceneOf, type Scene } from '../../shared/experiments/scene.ts';
import { draftOfAttempt } from '../../shared/import/draft-of-exchange.ts';
import { verifyWithKeySet } from '../token/verify-key-set.ts';
import type { Paint } from './colours.ts';
import { finishedText, proposalsText } from './experiments-text.ts';

/** What a recording tells by itself, without a request. */
export interface FoundOut {
  readonly diagnosis: Diagnosis;
  text(paint: Paint): string;
  json(): ExperimentsJson;
}

/** An experiment that sends nothing: a step that would is not taken. */
const look = async (scene: Scene, experiment: Experiment): Promise<ExperimentResult> => {
  const runs: Ran[] = [];
  for (let step = experiment.next(scene, runs); step?.kind === 'verify'; step = experiment.next(scene, runs))
    runs.push({ kind: 'verify', label: step.label, ...(await verifyWithKeySet(step.token, step.keys)) });
  return { id: experiment.id, atMs: 0, runs };
};

/** Makes the experiments that send nothing, and names those that would. Absent where no request was seen. */
export const findOut = async (attempt: Attempt, before: Diagnosis): Promise<FoundOut | undefined> => {
  const draft = draftOfAttempt(attempt, () => attempt.id);
  if (draft === undefined) return undefined;
  const around = { draft, folders: [], profiles: [], hasRefreshToken: false, made: madeFrom(attempt.id) };
  const scene = sceneOf({ ...around, attempt, diagnosis: before });
  if (scene === undefined) return undefined;
  const isOffline = ({ plan }: Proposal): boolean => plan.most === 0;
  const results: ExperimentResult[] = [];
  for (const { experiment } of propose(scene, before).filter(isOffline))
    results.push(await look(scene, experiment));
  const diagnosis = diagnoseWith(attempt, around, results);
  const next = propose(scene, diagnosis, results);
  const made = finished(scene, results);
  return {
    diagnosis,
    text: (paint) => `${finishedText(made, paint)}${proposalsText(next, paint)}`,
    json: () => experimentsJson(made, next),
  };
};
