import { bisection } from '../../shared/compare/bisection.ts';
import { differencesOf } from '../../shared/compare/differences.ts';
import { diagnose } from '../../shared/diagnosis/diagnose.ts';
import type { Diagnosis } from '../../shared/diagnosis/diagnosis.ts';
import type { Attempt } from '../../shared/exchange/exchange.ts';
import type { Experiment, Plan } from '../../shared/experiments/experiment.ts';
import { experimentById, experiments } from '../../shared/experiments/index.ts';
import { diagnoseWith, finished, propose, type Proposal } from '../../shared/experiments/propose.ts';
import { exchangesOf, type ExperimentResult, type Ran } from '../../shared/experiments/result.ts';
import { sceneOf, type Scene } from '../../shared/experiments/scene.ts';
import type { CommandArg, Handlers } from '../../shared/ipc/contract.ts';
import { effectiveAuth } from '../../shared/workspace/effective-auth.ts';
import { EngineError } from '../errors.ts';
import type { EngineContext } from './context.ts';
import { takeStep, type StepWorld } from './experiment-steps.ts';
import type { Sends } from './sends.ts';

type Arg = CommandArg<'experiment'>;

/** Surer than this, no further request is worth its while. */
const SURE = 0.95;

/** What is left of what the person allowed. */
interface Allowance {
  readonly requests: number;
  readonly logins: number;
  readonly unsafe: boolean;
}

const fits = (plan: Plan, left: Allowance): boolean =>
  plan.most <= left.requests && plan.logins <= left.logins && (plan.unsafe === undefined || left.unsafe);

const requestsIn = (runs: readonly Ran[]): number =>
  runs.filter(({ kind }) => kind === 'request' || kind === 'token').length;

/** What was planned and not needed stays allowed. */
const without = (left: Allowance, plan: Plan, { runs }: ExperimentResult): Allowance => {
  const sent = requestsIn(runs);
  return {
    ...left,
    requests: left.requests - Math.min(plan.most, sent),
    logins: left.logins - Math.min(plan.logins, sent),
  };
};

/** A plan spends a budget: two requests must tell more than one. */
const worth = ({ information, plan }: Proposal): number => information / Math.sqrt(Math.max(1, plan.most));

/**
 * The next one of a plan. What was shown by a change is held against the unchanged request first, since a refusal may
 * come and go by itself.
 */
const choose = (
  scene: Scene,
  diagnosis: Diagnosis,
  done: readonly ExperimentResult[],
  left: Allowance,
): { readonly experiment: Experiment; readonly plan: Plan } | undefined => {
  const all = finished(scene, done);
  const shown = all.some(
    ({ experiment, reading }) => reading.named !== undefined && experiment.settles !== reading.outcome,
  );
  const controlled = all.some(({ experiment }) => experiment.control !== undefined);
  if (shown && !controlled) {
    for (const experiment of experiments.filter(({ control }) => control !== undefined)) {
      const plan = experiment.plan(scene);
      if (plan !== undefined && fits(plan, left)) return { experiment, plan };
    }
  }
  const [leader] = diagnosis.findings;
  if (leader?.cause !== 'unexplained' && (leader?.confidence ?? 0) >= SURE) return undefined;
  return propose(scene, diagnosis, done)
    .filter(({ plan }) => fits(plan, left))
    .toSorted((a, b) => worth(b) - worth(a))[0];
};

/** One experiment, step by step; what was done until it was cancelled is its result. `sent`: requests before it. */
const runOne = async (
  context: EngineContext,
  world: StepWorld,
  scene: Scene,
  experiment: Experiment,
  sent: number,
): Promise<ExperimentResult> => {
  const atMs = context.nowMs();
  const runs: Ran[] = [];
  for (
    let step = experiment.next(scene, runs);
    step !== undefined && !world.signal.aborted;
    step = experiment.next(scene, runs)
  ) {
    const { sendId } = world;
    const { id } = experiment;
    context.emit({
      event: 'experiment-step',
      sendId,
      id,
      label: step.label,
      sent: sent + requestsIn(runs),
    });
    runs.push(await takeStep(context, world, step));
  }
  return { id: experiment.id, atMs, runs };
};

/** Kept beside the attempt it is about, and in history like all that was sent; a history that cannot be written must not hide the result. */
const remember = async (
  context: EngineContext,
  { draft, attempt: refused }: Arg,
  experiment: Experiment,
  result: ExperimentResult,
): Promise<void> => {
  const exchanges = exchangesOf(result);
  const attempt: Attempt = { id: context.newId(), startedAtMs: result.atMs, exchanges, source: 'sent' };
  try {
    if (experimentById(experiment.id) !== undefined) await context.history.addExperiment(refused.id, result);
    if (exchanges.length === 0) return;
    const entry = await context.history.add(attempt, {
      draft: { ...draft, name: experiment.changed },
      cause: undefined,
    });
    if (entry !== undefined) context.emit({ event: 'history', entry });
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
  }
};

const experimentOn = async (context: EngineContext, arg: Arg, signal: AbortSignal) => {
  const { attempt, draft, environmentId, sendId, made } = arg;
  const { folders, profiles } = context.workspace().current();
  const { auth } = effectiveAuth(draft, folders);
  const profileId = auth.kind === 'profile' ? auth.profileId : undefined;
  const owner = profileId ?? draft.id;
  const states = await context.tokens.states(environmentId);
  const hasRefreshToken = states.find(({ profileId: of }) => of === owner)?.hasRefreshToken === true;
  const around = { draft, folders, profiles, hasRefreshToken, made };
  const scene = sceneOf({ ...around, attempt, diagnosis: diagnose(attempt) });
  if (scene === undefined)
    throw new EngineError('bad-argument', 'This attempt was not refused, so there is nothing to find out.');
  const world: StepWorld = { sendId, environmentId, draft, profileId, signal };

  const results: ExperimentResult[] = [];
  const make = async (experiment: Experiment): Promise<ExperimentResult> => {
    const sent = requestsIn(results.flatMap(({ runs }) => runs));
    const result = await runOne(context, world, scene, experiment, sent);
    if (result.runs.length === 0 && signal.aborted) return result;
    results.push(result);
    context.emit({ event: 'experiment', sendId, result });
    await remember(context, arg, experiment, result);
    return result;
  };

  if (arg.which !== 'plan') {
    const { experiment, plan } = wanted(arg.which, scene);
    if (!fits(plan, arg.allowed)) throw new EngineError('bad-argument', refusalOf(plan));
    await make(experiment);
    return { results };
  }
  for (let left: Allowance = arg.allowed; !signal.aborted;) {
    const done = [...arg.done, ...results];
    const next = choose(scene, diagnoseWith(attempt, around, done), done, left);
    if (next === undefined) break;
    left = without(left, next.plan, await make(next.experiment));
  }
  return { results };
};

const wanted = (
  which: Exclude<Arg['which'], 'plan'>,
  scene: Scene,
): { readonly experiment: Experiment; readonly plan: Plan } => {
  const experiment =
    'bisect' in which
      ? bisection(differencesOf(scene.facts.exchange.request, which.bisect))
      : experimentById(which.id);
  const plan = experiment?.plan(scene);
  if (experiment === undefined || plan === undefined)
    throw new EngineError('not-found', 'This experiment does not apply to this refusal.');
  return { experiment, plan };
};

const refusalOf = ({ most, logins, unsafe }: Plan): string =>
  unsafe === undefined
    ? `This experiment sends up to ${most} requests and ${logins} logins; fewer were allowed, so nothing was sent.`
    : `This experiment repeats ${unsafe}, which may change something; that was not allowed, so nothing was sent.`;

export const experimentHandlers = (context: EngineContext, sends: Sends): Pick<Handlers, 'experiment'> => ({
  experiment: (arg) => sends.run(arg.sendId, (signal) => experimentOn(context, arg, signal)),
});
