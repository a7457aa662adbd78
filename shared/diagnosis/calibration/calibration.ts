import type { Cause } from '../causes.ts';
import type { Evidence, Finding } from '../diagnosis.ts';
import { PROVEN, STATED } from '../weights.ts';

/**
 * How far the leading answer can be trusted, as a logistic function of what is known about it: Platt's scaling with a
 * few more terms. The weights are fitted by `npm run bench:diagnosis -- --fit` and stand in fitted.ts.
 */
export interface Calibration {
  /** One weight per name in `featureNames`. */
  readonly weights: readonly number[];
  /** The ceiling for a general cause, and for what rests on nothing but what is not there. */
  readonly doubtfulAtMost: number;
}

/**
 * They say that somebody was refused, or that something was not seen where it was looked for. What lies beneath, a region,
 * a client, a field that got lost on its way, the server often keeps to itself.
 */
const general: ReadonlySet<Cause> = new Set<Cause>([
  'credentials-rejected',
  'token-rejected',
  'permission-denied',
  'credentials-missing',
  'required-header-missing',
  'blocked-by-intermediary',
  'credentials-in-wrong-place',
]);

/** What is looked at, each a number; the order is that of the weights. */
export const featureNames = [
  'constant',
  'log-odds of the ranking',
  'log-odds above the runner-up',
  'proven on the wire',
  'stated by the server',
  'more than one piece of evidence',
  'unexplained',
  'a general cause',
] as const;

export type Features = readonly number[];

/** Leaves the ranking's own odds as they are. */
export const uncalibrated: Calibration = { weights: [0, 1, 0, 0, 0, 0, 0, 0], doubtfulAtMost: 1 };

const LEAST = 0.002;

const logit = (probability: number): number => {
  const p = Math.min(1 - LEAST, Math.max(LEAST, probability));
  return Math.log(p / (1 - p));
};

/** What is known of a leading answer; both probabilities are the ranking's own. */
export interface Leading {
  readonly cause: Cause;
  readonly confidence: number;
  readonly runnerUp: number;
  /** Weight of the heaviest piece of evidence, in log-odds. */
  readonly heaviest: number;
  /** How many pieces of evidence there are. */
  readonly pieces: number;
}

/** Of findings in order of rank. */
export const leadingOf = ([first, second]: readonly Finding[]): Leading | undefined =>
  first === undefined
    ? undefined
    : {
        cause: first.cause,
        confidence: first.confidence,
        runnerUp: second?.confidence ?? 0,
        heaviest: Math.max(0, ...first.evidence.map(({ weight = 0 }) => weight)),
        pieces: first.evidence.length,
      };

export const featuresOf = ({ cause, confidence, runnerUp, heaviest, pieces }: Leading): Features => [
  1,
  logit(confidence),
  Math.log(Math.max(LEAST, confidence) / Math.max(LEAST, runnerUp)),
  heaviest >= PROVEN ? 1 : 0,
  heaviest >= STATED && heaviest < PROVEN ? 1 : 0,
  pieces > 1 ? 1 : 0,
  cause === 'unexplained' ? 1 : 0,
  general.has(cause) ? 1 : 0,
];

/** How likely it is that the leading answer is right. */
export const trustIn = (features: Features, { weights }: Pick<Calibration, 'weights'>): number => {
  const sum = features.reduce((total, feature, at) => total + feature * (weights[at] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
};

/** A field that was not sent says nothing of the cookie, the path or the body in which this server may look. */
const isAbsence = ({ place }: Evidence): boolean => place.in === 'field' && place.absent === true;

const isDoubtful = ({ cause, evidence }: Finding): boolean =>
  general.has(cause) || (evidence.length > 0 && evidence.every(isAbsence));

/**
 * The findings with calibrated confidence: the leader gets what it deserves, the others share the rest in proportion
 * and never pass it. `most` is the ceiling: what was not seen could still explain the failure.
 */
export const calibrated = (
  findings: readonly Finding[],
  calibration: Calibration,
  most: number,
): readonly Finding[] => {
  const [first, ...others] = findings;
  const leading = leadingOf(findings);
  if (first === undefined || leading === undefined) return findings;
  const ceiling = isDoubtful(first) ? Math.min(most, calibration.doubtfulAtMost) : most;
  const confidence = Math.min(ceiling, trustIn(featuresOf(leading), calibration));
  const scale = (1 - confidence) / Math.max(LEAST, 1 - first.confidence);
  return [
    { ...first, confidence },
    ...others.map((other) => ({ ...other, confidence: Math.min(confidence, other.confidence * scale) })),
  ];
};
