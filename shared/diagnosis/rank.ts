import type { Cause } from './causes.ts';
import { rules } from './rules/index.ts';
import { BASELINE } from './weights.ts';

/** One cause with the sum of its evidence. */
export interface Scored {
  readonly cause: Cause;
  readonly score: number;
}

export interface Ranked {
  readonly cause: Cause;
  readonly probability: number;
}

/** What each cause explains beside itself, as its rule declares. */
const explains: ReadonlyMap<Cause, ReadonlySet<Cause>> = new Map(
  rules.map(({ cause, explains: explained = [] }) => [cause, new Set(explained)]),
);

/** Every cause but these two knows why; they only know that. */
const generic: readonly Cause[] = ['credentials-rejected', 'token-rejected', 'permission-denied'];
/** Causes that are no less general than the generic ones and explain nothing of them. */
const explainsNothing: ReadonlySet<Cause> = new Set<Cause>([
  'credentials-rejected',
  'token-rejected',
  'permission-denied',
  'unexplained',
  'grant-invalid',
  'credentials-missing',
]);

const SPEAKS = 2;
const EXPLAINED_AWAY = 2.8;
/** What the client can see by itself in what it sent is heard however loudly the server refuses it. */
const plain: ReadonlySet<Cause> = new Set<Cause>([
  'placeholder-unresolved',
  'header-malformed',
  'credentials-conflict',
]);
const LOUDEST = 4.8;
/** Nor is a table that knows a general refusal heard over an address that changed, or a server that tells of its own fault. */
const outright: ReadonlySet<Cause> = new Set<Cause>([
  'server-misconfigured',
  'stale-dns',
  'charset-mismatch',
]);
const LOUD = 5.9;

const explainedBy = (cause: Cause, other: Cause): boolean =>
  explains.get(other)?.has(cause) === true || (generic.includes(cause) && !explainsNothing.has(other));

/** The weights were set on failures at hand; those not seen are less kind, so all odds are drawn a little together. */
const MODESTY = 0.85;
/** That nothing was found is no proof that nothing is there. */
const UNEXPLAINED_AT_MOST = 0.6;

/** Log-odds into probabilities, `unexplained` among them, in order of rank. Their sum is at most one. */
export const rank = (scored: readonly Scored[]): readonly Ranked[] => {
  const settled = scored.map((one) => {
    const general = generic.includes(one.cause);
    const heardOver = (other: Scored): number =>
      general
        ? Math.min(one.score, plain.has(other.cause) ? LOUDEST : outright.has(other.cause) ? LOUD : one.score)
        : one.score;
    const stronger = scored.filter(
      (other) =>
        other.score >= Math.max(SPEAKS, heardOver(other) - 2) &&
        explainedBy(one.cause, other.cause) &&
        !explainedBy(other.cause, one.cause),
    );
    return stronger.length === 0
      ? one
      : { ...one, score: Math.min(...stronger.map(heardOver)) - EXPLAINED_AWAY };
  });
  const all = [...settled, { cause: 'unexplained' as const, score: BASELINE }];
  const highest = Math.max(...all.map((one) => one.score));
  const odds = all.map((one) => Math.exp(MODESTY * (one.score - highest)));
  const sum = odds.reduce((total, each) => total + each, 0);
  return all
    .map(({ cause }, at) => {
      const probability = (odds[at] ?? 0) / sum;
      return {
        cause,
        probability: cause === 'unexplained' ? Math.min(UNEXPLAINED_AT_MOST, probability) : probability,
      };
    })
    .toSorted((a, b) => b.probability - a.probability);
};
