import { defineRemedy } from './remedy.ts';
import { resend } from './wording.ts';

export const waitAndRetry = defineRemedy({
  id: 'wait-and-retry',
  plan(situation, offer) {
    const seconds = Number(offer.values?.['seconds']);
    if (!Number.isFinite(seconds) || seconds < 0) return undefined;
    const last = situation.attempt.exchanges.at(-1);
    const answeredAtMs =
      (last?.timings.startedAtMs ?? situation.attempt.startedAtMs) + (last?.timings.endMs ?? 0);
    return resend(situation, {
      id: 'wait-and-retry',
      label: 'Wait, then retry',
      changes: [],
      notBeforeMs: answeredAtMs + seconds * 1000,
    });
  },
});

export const retry = defineRemedy({
  id: 'retry',
  plan: (situation) => resend(situation, { id: 'retry', label: 'Send again', changes: [] }),
});

/** For what only the other side can mend. */
export const report = defineRemedy({
  id: 'report',
  plan: ({ draft }) => ({
    id: 'report',
    label: 'Write a report',
    changes: [],
    sends: 'Nothing is sent. The report holds what crossed the wire, secrets masked.',
    apply: () => draft,
    sendsRequest: false,
  }),
});
