import { sameName } from '../exchange/fields.ts';
import { schemeById } from '../schemes/index.ts';
import type { Draft } from '../workspace/draft.ts';
import { typedField, withTypedField } from './parts/draft-edits.ts';
import { sentValue, shownField } from './parts/seen.ts';
import { resend } from './parts/wording.ts';
import { defineRemedy } from './remedy.ts';

/** The typed field under its right name, where the wrong one stood. */
const withMoved = (draft: Draft, wrong: string, name: string, value: string): Draft | undefined =>
  typedField(draft, wrong) === undefined || typedField(draft, name) !== undefined
    ? undefined
    : {
        ...draft,
        fields: draft.fields.map((field) =>
          sameName(field.name, wrong) ? { name, value, on: true } : field,
        ),
      };

/** Puts a repaired value where the faulty one came from: the typed field, or the settings of the request's own scheme. */
const withRepaired = (draft: Draft, name: string, value: string): Draft | undefined => {
  if (typedField(draft, name) !== undefined) return withTypedField(draft, name, value);
  if (draft.auth.kind !== 'own') return undefined;
  const read = schemeById(draft.auth.scheme)?.recognise?.({ url: draft.url, fields: [{ name, value }] });
  return (
    read && { ...draft, auth: { ...draft.auth, settings: { ...draft.auth.settings, ...read.settings } } }
  );
};

/** Sends the field as its grammar has it: trimmed, one scheme, no quotes, its right name (RFC 9110 §11.4). */
export const repairHeader = defineRemedy({
  id: 'repair-header',
  plan(situation, offer) {
    const { name, value, instead } = offer.values ?? {};
    if (name === undefined || value === undefined) return undefined;
    const wrong = instead ?? name;
    const repaired =
      instead === undefined
        ? withRepaired(situation.draft, name, value)
        : withMoved(situation.draft, instead, name, value);
    if (repaired === undefined) return undefined;
    return resend(situation, {
      id: 'repair-header',
      label: instead === undefined ? 'Repair the field and retry' : `Send it as ${name} and retry`,
      changes: [{ before: shownField(wrong, sentValue(situation, wrong)), after: shownField(name, value) }],
      apply: () => repaired,
    });
  },
});
