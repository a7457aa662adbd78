import { maskSecret } from '../exchange/redact.ts';
import { isSecretField } from '../exchange/secret-names.ts';
import { withTypedField } from './parts/draft-edits.ts';
import { resend } from './parts/wording.ts';
import { defineRemedy } from './remedy.ts';

/** Adds the field that the server misses, with the value that it names or the one that a person gives. */
export const addField = defineRemedy({
  id: 'add-field',
  plan(situation, offer) {
    const { name, value, label = name } = offer.values ?? {};
    if (name === undefined || label === undefined || !/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name))
      return undefined;
    const isSecret = isSecretField(name);
    return resend(situation, {
      id: 'add-field',
      label: `Add ${name} and retry`,
      changes: [
        {
          before: undefined,
          after: `${name}: ${value ?? (isSecret ? maskSecret('') : 'the value you give')}`,
        },
      ],
      ...(value === undefined
        ? {
            question: {
              kind: 'values' as const,
              fields: [{ name: 'value', label, secret: isSecret, value: '' }],
            },
          }
        : {}),
      apply: (answers) => withTypedField(situation.draft, name, value ?? answers['value'] ?? ''),
    });
  },
});
