import { resend } from './parts/wording.ts';
import { defineRemedy } from './remedy.ts';

/** The same request once more, for what may have been a moment’s failure. */
export const retry = defineRemedy({
  id: 'retry',
  plan: (situation) => resend(situation, { id: 'retry', label: 'Send again', changes: [] }),
});
