import type { CommandArg } from '../../shared/ipc/contract.ts';
import { experimentById } from '../../shared/experiments/index.ts';
import { madeFrom } from '../../shared/experiments/made.ts';
import { ask, notify, type Context } from './context.ts';
import {
  experimentArrived,
  experimentsBegan,
  experimentsEnded,
  experimentSkipped,
  upToRefusal,
} from './experiments.ts';
import { editCurrent } from './requests.ts';
import { currentRequest, recordById, shownRecord } from './selectors.ts';
import type { ExperimentResult } from '../../shared/experiments/result.ts';
import type { Difference } from '../../shared/compare/difference.ts';
import type { SentRequest } from '../../shared/exchange/exchange.ts';

/** What a person allowed, having read what it sends. */
export type ExperimentWish = Pick<CommandArg<'experiment'>, 'which' | 'allowed'>;

export interface ExperimentActions {
  /** Makes one experiment on the shown refusal, or as many as are allowed, and moves the odds. */
  experiment(wish: ExperimentWish): Promise<void>;
  skipExperiment(id: string): void;
  cancelExperiments(): void;
  /** Halves what differs from a request that works, until what turns the shown refusal is found. */
  bisect(theirs: SentRequest, allowed: ExperimentWish['allowed']): Promise<ExperimentResult | undefined>;
  /** Takes one difference over into the request; can be undone. */
  takeOver(difference: Difference): void;
}

export const experimentActions = (context: Context): ExperimentActions => ({
  async experiment({ which, allowed }) {
    const record = shownRecord(context.get());
    const request = currentRequest(context.get());
    if (record === undefined || request === undefined || record.experiments?.running !== undefined) return;
    const sendId = context.newId();
    const { id } = record.attempt;
    const label =
      typeof which === 'object' && 'id' in which
        ? (experimentById(which.id)?.changed ?? '')
        : 'Choosing the most telling';
    const running = { sendId, label, sent: 0, most: allowed.requests };
    context.update((state) =>
      experimentsBegan(state, id, running, { requests: allowed.requests, atMs: context.nowMs() }),
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
  async bisect(theirs, allowed) {
    const record = shownRecord(context.get());
    const request = currentRequest(context.get());
    if (record === undefined || request === undefined || record.experiments?.running !== undefined)
      return undefined;
    const sendId = context.newId();
    const running = { sendId, label: 'All differences', sent: 0, most: allowed.requests };
    context.update((state) => experimentsBegan(state, record.attempt.id, running, undefined));
    const reply = await ask(context, 'experiment', {
      sendId,
      attempt: upToRefusal(record),
      draft: record.draft ?? request.draft,
      environmentId: context.get().environmentId,
      which: { bisect: theirs },
      done: [],
      allowed,
      made: madeFrom(record.attempt.id),
    });
    context.update((state) => experimentsEnded(state, sendId));
    return reply?.value.results[0];
  },
  takeOver({ name, apply }) {
    const before = currentRequest(context.get())?.draft;
    if (before === undefined || apply === undefined) return;
    context.update((state) => editCurrent(state, apply));
    notify(context, {
      tone: 'neutral',
      text: `${name} was taken over into the request.`,
      action: {
        label: 'Undo',
        run: () => {
          context.update((state) => editCurrent(state, () => before));
        },
      },
    });
  },
});
