import type { Draft } from '../workspace/draft.ts';
import { withPlaceholderFilled } from './parts/draft-edits.ts';
import { resend } from './parts/wording.ts';
import { defineRemedy } from './remedy.ts';

/** Puts a value where a template’s variable or a sample was left. */
export const fillPlaceholder = defineRemedy({
  id: 'fill-placeholder',
  plan(situation, offer) {
    const { placeholder, name } = offer.values ?? {};
    if (placeholder === undefined || placeholder === '') return undefined;
    const filled = (value: string): Draft => withPlaceholderFilled(situation.draft, placeholder, value);
    if (JSON.stringify(filled('\u0000')) === JSON.stringify(situation.draft)) return undefined;
    const label = name === undefined || name === '' ? 'the value' : name;
    return resend(situation, {
      id: 'fill-placeholder',
      label: `Fill in ${label} and retry`,
      changes: [{ before: placeholder, after: `the ${label === 'the value' ? 'value' : label} you give` }],
      question: { kind: 'values', fields: [{ name: 'value', label, secret: true, value: '' }] },
      apply: (answers) => filled(answers['value'] ?? ''),
    });
  },
});
