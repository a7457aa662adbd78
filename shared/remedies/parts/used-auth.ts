import { sameName } from '../../exchange/fields.ts';
import type { Draft, SchemeSettings } from '../../workspace/draft.ts';
import type { Answers, Plan, Situation } from '../remedy.ts';

/** The scheme that the request is sent with: its own, or that of its profile. */
export interface UsedAuth {
  readonly scheme: string;
  readonly settings: SchemeSettings;
}

export const usedAuth = ({ draft, profile }: Situation): UsedAuth | undefined =>
  draft.auth.kind === 'own'
    ? draft.auth
    : draft.auth.kind === 'none' || profile === undefined
      ? undefined
      : profile;

/** A setting that is a text; empty where it is none. */
export const textSetting = (settings: SchemeSettings | undefined, name: string): string => {
  const value = settings?.[name];
  return typeof value === 'string' ? value : '';
};

/** The parts of a plan that change settings of the scheme where they are kept: in the request or in its profile. */
export const changingSettings = (
  { draft, profile }: Situation,
  change: (answers: Answers) => SchemeSettings,
): Pick<Plan, 'apply' | 'profile'> => {
  const { auth } = draft;
  if (auth.kind === 'own') {
    return {
      apply: (answers) => ({
        ...draft,
        auth: { ...auth, settings: { ...auth.settings, ...change(answers) } },
      }),
    };
  }
  return {
    apply: () => draft,
    ...(profile === undefined
      ? {}
      : {
          profile: (answers) => ({
            ...profile,
            settings: { ...profile.settings, ...change(answers) },
          }),
        }),
  };
};

/** Fields of the name that are typed and on. */
export const typedFields = (draft: Draft, name: string): readonly string[] =>
  draft.fields.filter((field) => field.on && sameName(field.name, name)).map(({ value }) => value);
