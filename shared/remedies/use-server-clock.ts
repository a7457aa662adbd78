import { durationInWords } from '../diagnosis/durations.ts';
import { resend } from './parts/wording.ts';
import { defineRemedy } from './remedy.ts';

/**
 * Signs by the server’s clock: the difference to its Date is added to this computer’s clock for this request. Only what
 * is signed here can be signed anew.
 */
export const useServerClock = defineRemedy({
  id: 'use-server-clock',
  plan(situation, offer) {
    const seconds = Number(offer.values?.['offset']);
    const { draft, attempt } = situation;
    const signed = attempt.exchanges.some(({ request }) => request.xray !== undefined);
    if (!Number.isFinite(seconds) || seconds === 0 || !signed) return undefined;
    const before = draft.settings.clockOffsetMs ?? 0;
    const clockOffsetMs = before + Math.round(seconds * 1000);
    const words = `${durationInWords(Math.abs(clockOffsetMs) / 1000)} ${clockOffsetMs > 0 ? 'ahead of' : 'behind'} this computer’s clock`;
    return resend(situation, {
      id: 'use-server-clock',
      label: 'Sign with the server’s clock and retry',
      changes: [
        {
          before: before === 0 ? 'Sign by: this computer’s clock' : 'Sign by: the clock that was set',
          after: `Sign by: ${words}`,
        },
      ],
      apply: () => ({ ...draft, settings: { ...draft.settings, clockOffsetMs } }),
    });
  },
});
