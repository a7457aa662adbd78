import { maskField } from '../exchange/redact.ts';
import { withoutTypedField } from './parts/draft-edits.ts';
import { sentValue } from './parts/seen.ts';
import { resend } from './parts/wording.ts';
import { defineRemedy } from './remedy.ts';

/** An API call that proves itself by a token needs no session beside it. */
export const sendWithoutCookies = defineRemedy({
  id: 'send-without-cookies',
  plan(situation) {
    const { draft } = situation;
    const value = sentValue(situation, 'Cookie');
    if (value === undefined) return undefined;
    return resend(situation, {
      id: 'send-without-cookies',
      label: 'Send without cookies and retry',
      changes: [{ before: `Cookie: ${maskField({ name: 'Cookie', value })}`, after: undefined }],
      apply: () => ({
        ...withoutTypedField(draft, 'Cookie'),
        settings: { ...draft.settings, cookies: false },
      }),
    });
  },
});
