import { madeFrom } from '../../shared/experiments/made.ts';
import {
  diagnoseWith,
  finished,
  propose,
  type Finished,
  type Proposal,
} from '../../shared/experiments/propose.ts';
import { experimentById } from '../../shared/experiments/index.ts';
import type { ExperimentResult } from '../../shared/experiments/result.ts';
import type { HostEvent } from '../../shared/ipc/events.ts';
import { sceneOf, type Scene, type Surroundings } from '../../shared/experiments/scene.ts';
import { effectiveAuth } from '../../shared/workspace/effective-auth.ts';
import { withOpen } from './requests.ts';
import { currentRequest, shownRecord, tokenOf } from './selectors.ts';
import type { AttemptRecord, Experiments, OpenRequest, WindowState } from './state.ts';

type Around = Omit<Surroundings, 'attempt' | 'diagnosis'>;

/** What is known about the request that was refused: as it was sent, or as it was read from a file. */
const surroundingsOf = (
  state: WindowState,
  request: OpenRequest,
  { draft = request.draft, attempt }: AttemptRecord,
): Around => {
  const { folders, profiles } = state.workspace;
  const { auth } = effectiveAuth(draft, folders);
  const owner = auth.kind === 'profile' ? auth.profileId : draft.id;
  const hasRefreshToken = tokenOf(state, owner)?.hasRefreshToken === true;
  return { draft, folders, profiles, hasRefreshToken, made: madeFrom(attempt.id) };
};

/** The shown refusal with the request that can be sent again. */
export const shownScene = (state: WindowState): Scene | undefined => {
  const record = shownRecord(state);
  const request = currentRequest(state);
  return record === undefined || request === undefined
    ? undefined
    : sceneOf({
        ...surroundingsOf(state, request, record),
        attempt: record.attempt,
        // Before the odds moved, so that a scene does not change with them.
        diagnosis: record.experiments?.before ?? record.diagnosis,
      });
};

/** What was found out about the shown refusal, and what could be found out next. */
export interface FindingOut {
  readonly done: readonly Finished[];
  /** The most telling first; skipped ones are not among them. */
  readonly next: readonly Proposal[];
  readonly experiments: Experiments | undefined;
}

export const findingOut = (state: WindowState): FindingOut | undefined => {
  const record = shownRecord(state);
  const scene = shownScene(state);
  if (record === undefined || scene === undefined) return undefined;
  const { experiments } = record;
  const results = experiments?.results ?? [];
  return {
    done: finished(scene, results),
    next: propose(scene, record.diagnosis, results).filter(
      ({ experiment }) => experiments?.skipped.includes(experiment.id) !== true,
    ),
    experiments,
  };
};

const asked = (record: AttemptRecord): Experiments =>
  record.experiments ?? {
    results: [],
    before: record.diagnosis,
    skipped: [],
    allowed: undefined,
    running: undefined,
  };

const withExperiments = (
  state: WindowState,
  isMeant: (record: AttemptRecord) => boolean,
  change: (record: AttemptRecord, experiments: Experiments, request: OpenRequest) => AttemptRecord,
): WindowState => {
  // One attempt may be open twice: where it was sent, and out of the history.
  const ids = Object.keys(state.open).filter((key) => state.open[key]?.attempts.some(isMeant));
  return ids.reduce(
    (before, id) =>
      withOpen(before, id, (request) => ({
        ...request,
        attempts: request.attempts.map((record) =>
          isMeant(record) ? change(record, asked(record), request) : record,
        ),
      })),
    state,
  );
};

const ofAttempt =
  (id: string) =>
  (record: AttemptRecord): boolean =>
    record.attempt.id === id;
const runningIn =
  (sendId: string) =>
  (record: AttemptRecord): boolean =>
    record.experiments?.running?.sendId === sendId;

export const experimentsBegan = (
  state: WindowState,
  attempt: string,
  running: NonNullable<Experiments['running']>,
  /** Absent where they are no experiments of the table: a halving of differences is asked and answered elsewhere. */
  allowed: Experiments['allowed'],
): WindowState =>
  withExperiments(state, ofAttempt(attempt), (record, experiments) => ({
    ...record,
    experiments: {
      ...experiments,
      running,
      allowed:
        allowed === undefined
          ? experiments.allowed
          : { ...allowed, requests: allowed.requests + (experiments.allowed?.requests ?? 0) },
    },
  }));

/** One is over: it stands in the table, and the odds have moved. */
export const experimentArrived = (
  state: WindowState,
  sendId: string,
  result: ExperimentResult,
): WindowState =>
  withExperiments(state, runningIn(sendId), (record, experiments, request) => {
    const results = [...experiments.results, result];
    return {
      ...record,
      diagnosis: diagnoseWith(record.attempt, surroundingsOf(state, request, record), results),
      experiments: { ...experiments, results },
    };
  });

/** Those that the history kept with the attempt: the odds stand again as they were after the last of them. */
export const experimentsReopened = (
  state: WindowState,
  openId: string,
  results: readonly ExperimentResult[],
): WindowState =>
  results.length === 0
    ? state
    : withOpen(state, openId, (request) => ({
        ...request,
        attempts: request.attempts.map((record) => ({
          ...record,
          diagnosis: diagnoseWith(record.attempt, surroundingsOf(state, request, record), results),
          experiments: { ...asked(record), results },
        })),
      }));

/** What is being done just now, and how much of what was allowed has left. */
export const experimentStepped = (
  state: WindowState,
  { sendId, id, label, sent }: Extract<HostEvent, { event: 'experiment-step' }>,
): WindowState =>
  withExperiments(state, runningIn(sendId), (record, { running, ...experiments }) => ({
    ...record,
    experiments: {
      ...experiments,
      running:
        running === undefined ? undefined : { ...running, label: experimentById(id)?.changed ?? label, sent },
    },
  }));

export const experimentsEnded = (state: WindowState, sendId: string): WindowState =>
  withExperiments(state, runningIn(sendId), (record, experiments) => ({
    ...record,
    experiments: { ...experiments, running: undefined },
  }));

export const experimentSkipped = (state: WindowState, attempt: string, id: string): WindowState =>
  withExperiments(state, ofAttempt(attempt), (record, experiments) => ({
    ...record,
    experiments: { ...experiments, skipped: [...experiments.skipped, id] },
  }));

/** The exchanges that the engine needs of an attempt to judge it as the window does. */
const REACH = 60;

export const upToRefusal = ({ attempt, diagnosis }: AttemptRecord): AttemptRecord['attempt'] => ({
  ...attempt,
  exchanges: attempt.exchanges.slice(Math.max(0, diagnosis.exchange - REACH), diagnosis.exchange + 1),
});
