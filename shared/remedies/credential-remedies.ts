import { fieldNamed } from '../exchange/fields.ts';
import { maskField, maskSecret } from '../exchange/redact.ts';
import type { FormField, OpenSettings } from '../schemes/scheme.ts';
import { schemeById, schemes } from '../schemes/index.ts';
import type { Draft, SchemeSettings } from '../workspace/draft.ts';
import { plainSecret } from '../workspace/secret.ts';
import { withOwnAuth } from './draft-edits.ts';
import type { RemedyId } from './remedy-ids.ts';
import { defineRemedy, type Plan, type Situation } from './remedy.ts';
import { resend } from './wording.ts';

/** What of a scheme's form a person must give before it can be sent. */
const asked = (form: readonly FormField[], initial: OpenSettings): readonly FormField[] =>
  form.filter(
    (field) =>
      (field.kind === 'text' || field.kind === 'secret') &&
      initial[field.name] === '' &&
      (field.when === undefined || field.when(initial)),
  );

/** Settings that are already there are kept, so that a user name need not be typed twice. */
const known = (draft: Draft, scheme: string): SchemeSettings =>
  draft.auth.kind === 'own' && draft.auth.scheme === scheme ? draft.auth.settings : {};

/** What is there already, unless it hides what is asked for: a login that comes from a file instead of the form. */
const shown = (
  fields: readonly FormField[],
  initial: OpenSettings,
  before: SchemeSettings,
): SchemeSettings => {
  const open: Record<string, string | boolean> = { ...initial };
  for (const [name, value] of Object.entries(before)) if (typeof value !== 'object') open[name] = value;
  return fields.every(({ when }) => when === undefined || when(open)) ? before : {};
};

const textOf = (settings: SchemeSettings, name: string): string => {
  const value = settings[name];
  return typeof value === 'string' ? value : '';
};

const plan = (id: RemedyId, label: string, schemeId: string, situation: Situation): Plan | undefined => {
  const scheme = schemeById(schemeId);
  if (scheme === undefined) return undefined;
  const fields = asked(scheme.form, scheme.initial);
  if (fields.length === 0) return undefined;
  const before = shown(fields, scheme.initial, known(situation.draft, scheme.id));
  const sent = situation.attempt.exchanges.at(-1)?.request.fields ?? [];
  const old = fieldNamed(sent, 'Authorization');
  return resend(situation, {
    id,
    label,
    changes: [
      {
        before: old === undefined ? undefined : `${old.name}: ${maskField(old)}`,
        after: `Authorization: ${scheme.label} ${maskSecret('')}`,
      },
    ],
    question: {
      kind: 'values',
      fields: fields.map((field) => ({
        name: field.name,
        label: field.label,
        secret: field.kind === 'secret',
        value: field.kind === 'secret' ? '' : textOf(before, field.name),
      })),
    },
    apply: (answers) => {
      const given = fields.map((field) => {
        const answer = answers[field.name] ?? '';
        return [field.name, field.kind === 'secret' ? plainSecret(answer) : answer] as const;
      });
      return withOwnAuth(situation.draft, scheme.id, {
        ...scheme.initial,
        ...before,
        ...Object.fromEntries(given),
      });
    },
  });
};

/** The scheme of ours that answers a challenge of this HTTP scheme and asks a person for no more than its form. */
const answering = (httpScheme: string): string | undefined =>
  schemes.find(
    (scheme) => scheme.tokenWays === undefined && scheme.challenges.includes(httpScheme.toLowerCase()),
  )?.id;

export const switchScheme = defineRemedy({
  id: 'switch-scheme',
  plan(situation, offer) {
    const wanted = offer.values?.['scheme'] ?? '';
    const id = answering(wanted);
    const label = id === undefined ? undefined : schemeById(id)?.label;
    if (id === undefined || label === undefined) return undefined;
    return plan('switch-scheme', `Switch to ${label} and retry`, id, situation);
  },
});

/** Asks for another value of what was sent, in the same scheme. Secrets of a profile are changed in the profile. */
export const fillCredentials = defineRemedy({
  id: 'fill-credentials',
  plan(situation, offer) {
    if (situation.draft.auth.kind === 'profile') return undefined;
    const own = situation.draft.auth.kind === 'own' ? situation.draft.auth.scheme : undefined;
    const id = own ?? answering(offer.values?.['scheme'] ?? sentScheme(situation));
    const scheme = id === undefined ? undefined : schemeById(id);
    if (scheme === undefined || scheme.tokenWays !== undefined) return undefined;
    return plan('fill-credentials', `Use another ${scheme.credential} and retry`, scheme.id, situation);
  },
});

const sentScheme = ({ attempt }: Situation): string => {
  const sent = attempt.exchanges.at(-1)?.request.fields ?? [];
  return /^\s*([A-Za-z]+)\s/.exec(fieldNamed(sent, 'Authorization')?.value ?? '')?.[1] ?? '';
};
