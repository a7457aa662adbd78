import { maskUrl } from '../exchange/redact.ts';
import { hostIn } from '../exchange/url.ts';
import { joinUrl } from '../workspace/draft.ts';
import { withUrl } from './parts/draft-edits.ts';
import { resend } from './parts/wording.ts';
import { defineRemedy } from './remedy.ts';

/** Changes the address: to the one that follows from the evidence, or to the one that a person gives. */
export const correctUrl = defineRemedy({
  id: 'correct-url',
  plan(situation, offer) {
    const { draft } = situation;
    const before = joinUrl(draft.url, draft.params);
    const named = offer.values?.['url'];
    if (named === before) return undefined;
    return resend(situation, {
      id: 'correct-url',
      label: 'Correct the address and retry',
      changes: [
        { before: maskUrl(before), after: named === undefined ? 'the address you give' : maskUrl(named) },
      ],
      sends:
        named === undefined
          ? `Sends this ${draft.method} to the corrected address.`
          : `Sends this ${draft.method} to ${hostIn(named) ?? named} again.`,
      ...(named === undefined
        ? {
            question: {
              kind: 'values' as const,
              fields: [{ name: 'url', label: 'Address', secret: false, value: before }],
            },
          }
        : {}),
      apply: (answers) => withUrl(draft, named ?? answers['url']?.trim() ?? before),
    });
  },
});
