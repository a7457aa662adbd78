import { resend } from './parts/wording.ts';
import { defineRemedy } from './remedy.ts';

/** Sends again when the time that Retry-After names has passed (RFC 9110 §10.2.3). */
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
