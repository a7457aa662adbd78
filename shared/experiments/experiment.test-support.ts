import { attemptOf, type Told } from '../diagnosis/attempt.test-support.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { Attempt } from '../exchange/exchange.ts';
import { draftOfRequest } from '../import/draft-of-exchange.ts';
import type { Draft } from '../workspace/draft.ts';
import type { Experiment, Reading, Step } from './experiment.ts';
import type { Ran } from './result.ts';
import { sceneOf, type Scene } from './scene.ts';

export const made = 'Q7x2LmV9rT4kZ8wB1nC6yH3jD5fG0sPaQ7x2LmV9rT4kZ8wB1n';

/** The scene of a refusal: what was sent becomes the draft. */
export const sceneFrom = (told: Told | Attempt, change: Partial<Draft> = {}): Scene => {
  const attempt = 'exchanges' in told ? told : attemptOf(told);
  const [first] = attempt.exchanges;
  if (first === undefined) throw new Error('the attempt has no exchange');
  const scene = sceneOf({
    attempt,
    diagnosis: diagnose(attempt),
    draft: { ...draftOfRequest(first.request, 'draft'), ...change },
    folders: [],
    profiles: [],
    hasRefreshToken: false,
    made,
  });
  if (scene === undefined) throw new Error('nothing failed');
  return scene;
};

export const ranOf = (told: Told, label = ''): Ran => ({
  kind: 'request',
  label,
  exchanges: attemptOf(told).exchanges.map((exchange) => ({ ...exchange, purpose: 'experiment' })),
});

/** Does the experiment with a server that answers each step by this function. */
export const runWith = (
  experiment: Experiment,
  scene: Scene,
  answer: (step: Step) => Ran | Told,
): { readonly steps: readonly Step[]; readonly reading: Reading; readonly runs: readonly Ran[] } => {
  const runs: Ran[] = [];
  const steps: Step[] = [];
  for (let step = experiment.next(scene, runs); step !== undefined; step = experiment.next(scene, runs)) {
    steps.push(step);
    const given = answer(step);
    runs.push('kind' in given ? given : ranOf(given, step.label));
    if (steps.length > 20) throw new Error(`${experiment.id} does not end`);
  }
  return { steps, reading: experiment.read(scene, runs), runs };
};
