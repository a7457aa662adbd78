import { fieldNamed } from '../../exchange/fields.ts';
import { maskField, maskSecret } from '../../exchange/redact.ts';
import { firstScheme, schemeById } from '../../schemes/index.ts';
import type { FormField, OpenSettings, Scheme } from '../../schemes/scheme.ts';
import type { SchemeSettings } from '../../workspace/draft.ts';
import { plainSecret } from '../../workspace/secret.ts';
import type { RemedyId } from '../remedy-ids.ts';
import type { Answers, Plan, Situation } from '../remedy.ts';
import { withOwnAuth } from './draft-edits.ts';
import { changingSettings, usedAuth } from './used-auth.ts';
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
const known = (situation: Situation, scheme: string): SchemeSettings => {
  const auth = usedAuth(situation);
  return auth?.scheme === scheme ? auth.settings : {};
};

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

/** The scheme of ours that answers a challenge of this HTTP scheme and asks a person for no more than its form. */
export const answering = (httpScheme: string): Scheme | undefined =>
  firstScheme(
    (scheme) => scheme.tokenWays === undefined && scheme.challenges.includes(httpScheme.toLowerCase()),
  );

/** The HTTP scheme of the Authorization field that was sent last. */
export const sentScheme = ({ attempt }: Situation): string => {
  const sent = attempt.exchanges.at(-1)?.request.fields ?? [];
  return /^\s*([A-Za-z]+)\s/.exec(fieldNamed(sent, 'Authorization')?.value ?? '')?.[1] ?? '';
};

/**
 * Asks for what a scheme needs and sends by it. Where the request is sent by a profile of this very scheme the profile
 * gets the answers; else the request gets a scheme of its own.
 */
export const credentialPlan = (
  situation: Situation,
  plan: { readonly id: RemedyId; readonly label: string; readonly scheme: string },
  preset: SchemeSettings = {},
): Plan | undefined => {
  const scheme = schemeById(plan.scheme);
  if (scheme === undefined) return undefined;
  const fields = asked(scheme.form, scheme.initial);
  if (fields.length === 0) return undefined;
  const before = { ...shown(fields, scheme.initial, known(situation, scheme.id)), ...preset };
  const sent = situation.attempt.exchanges.at(-1)?.request.fields ?? [];
  const old = fieldNamed(sent, 'Authorization');
  const given = (answers: Answers): SchemeSettings =>
    Object.fromEntries(
      fields.map(({ name, kind }) => {
        const answer = answers[name] ?? '';
        return [name, kind === 'secret' ? plainSecret(answer) : answer] as const;
      }),
    );
  const ofProfile =
    situation.draft.auth.kind !== 'own' && usedAuth(situation)?.scheme === scheme.id
      ? changingSettings(situation, given)
      : undefined;
  return resend(situation, {
    id: plan.id,
    label: plan.label,
    changes: [
      {
        before: old === undefined ? undefined : `${old.name}: ${maskField(old)}`,
        after:
          scheme.challenges.length === 0
            ? `${textOf(before, 'name') || scheme.label}: ${maskSecret('')}`
            : `Authorization: ${scheme.label} ${maskSecret('')}`,
      },
    ],
    question: {
      kind: 'values',
      fields: fields.map(({ name, label, kind }) => ({
        name,
        label,
        secret: kind === 'secret',
        value: kind === 'secret' ? '' : textOf(before, name),
      })),
    },
    ...(ofProfile ?? {
      apply: (answers) =>
        withOwnAuth(situation.draft, scheme.id, { ...scheme.initial, ...before, ...given(answers) }),
    }),
  });
};
