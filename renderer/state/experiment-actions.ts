import { experimentById } from '../../shared/experiments/index.ts';
import { madeFrom } from '../../shared/experiments/made.ts';
import { ask, type Context } from './context.ts';
import {
  experimentArrived,
  experimentsBegan,
  experimentsEnded,
  experimentSkipped,
  upToRefusal,
} from './experiments.ts';
import { currentRequest, recordById, shownRecord } from './selectors.ts';
import type { Actions } from './state.ts';

type ExperimentActions = Pick<Actions, 'experiment' | 'skipExperiment' | 'cancelExperiments'>;

export const experimentActions = (context: Context): ExperimentActions => ({
  async experiment({ which, allowed }) {
    const record = shownRecord(context.get());
    const request = currentRequest(context.get());
    if (record === undefined || request === undefined || record.experiments?.running !== undefined) return;
    const sendId = context.newId();
    const { id } = record.attempt;
    const label =
      typeof which === 'object' && 'id' in which
        ? `${experimentById(which.id)?.changed ?? ''}…`
        : 'Finding out…';
    context.update((state) =>
      experimentsBegan(state, id, { sendId, label }, { requests: allowed.requests, atMs: context.nowMs() }),
    );
    const reply = await ask(context, 'experiment', {
      sendId,
      attempt: upToRefusal(record),
      draft: record.draft ?? request.draft,
      environmentId: context.get().environmentId,
      which,
      done: [...(record.experiments?.results ?? [])],
      allowed,
      made: madeFrom(id),
    });
    // Each was told while it ran; one whose event was lost is in the answer.
    const told = recordById(currentRequest(context.get()), id)?.experiments?.results ?? [];
    for (const result of reply?.value.results ?? []) {
      if (told.every((other) => other.id !== result.id || other.atMs !== result.atMs))
        context.update((state) => experimentArrived(state, sendId, result));
    }
    context.update((state) => experimentsEnded(state, sendId));
  },
  skipExperiment(id) {
    const record = shownRecord(context.get());
    if (record !== undefined) context.update((state) => experimentSkipped(state, record.attempt.id, id));
  },
  cancelExperiments() {
    const running = shownRecord(context.get())?.experiments?.running;
    if (running !== undefined) void ask(context, 'cancel', { sendId: running.sendId });
  },
});
