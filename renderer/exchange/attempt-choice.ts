import type { AttemptRecord, Shown } from '../state/state.ts';

export interface NumberedAttempt {
  /** From 1, the oldest that is kept. */
  readonly number: number;
  readonly record: AttemptRecord;
}

/** So many fit beside the status line. */
const shownAtOnce = 4;

const numbered = (attempts: readonly AttemptRecord[]): readonly NumberedAttempt[] =>
  attempts.map((record, at) => ({ number: at + 1, record }));

const idsOf = (shown: Shown): readonly string[] => {
  switch (shown.kind) {
    case 'nothing':
      return [];
    case 'attempt':
      return [shown.id];
    case 'compare':
      return [shown.left, shown.right];
    default:
      return shown satisfies never;
  }
};

/** The attempts that the switcher offers: the latest, and those that are shown. */
export const switchable = (attempts: readonly AttemptRecord[], shown: Shown): readonly NumberedAttempt[] => {
  const ids = idsOf(shown);
  return numbered(attempts).filter(
    ({ number, record }) => number > attempts.length - shownAtOnce || ids.includes(record.attempt.id),
  );
};

export const attemptById = (attempts: readonly AttemptRecord[], id: string): NumberedAttempt | undefined =>
  numbered(attempts).find(({ record }) => record.attempt.id === id);

/**
 * The pair that Compare sets side by side: the shown attempt and the one that its remedy mended, else the one before
 * it; for the first one, the one after it.
 */
export const comparedWith = (
  attempts: readonly AttemptRecord[],
  shown: Shown,
): { readonly left: string; readonly right: string } | undefined => {
  if (shown.kind === 'compare') return { left: shown.left, right: shown.right };
  if (shown.kind === 'nothing' || attempts.length < 2) return undefined;
  const at = attempts.findIndex(({ attempt }) => attempt.id === shown.id);
  const record = attempts[at];
  if (record === undefined) return undefined;
  const mended = attempts.find(({ attempt }) => attempt.id === record.remedy?.of);
  const left = mended ?? attempts[at - 1];
  if (left !== undefined) return { left: left.attempt.id, right: shown.id };
  const next = attempts[at + 1];
  return next === undefined ? undefined : { left: shown.id, right: next.attempt.id };
};
