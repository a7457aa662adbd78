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
}

/** What is looked at, each a number; the order is that of the weights. */
export const featureNames = [
  'constant',
  'log-odds of the ranking',
  'log-odds above the runner-up',
  'proven on the wire',
  'stated by the server',
  'more than one piece of evidence',
  'unexplained',
] as const;

export type Features = readonly number[];

/** Leaves the ranking's own odds as they are. */
export const uncalibrated: Calibration = { weights: [0, 1, 0, 0, 0, 0, 0] };

const LEAST = 0.002;

const logit = (probability: number): number => {
  const p = Math.min(1 - LEAST, Math.max(LEAST, probability));
  return Math.log(p / (1 - p));
};

/** Of the leading finding; `findings` are in order of rank and hold at least one. */
export const featuresOf = (findings: readonly Finding[]): Features => {
  const [first, second] = findings;
  const confidence = first?.confidence ?? LEAST;
  const runnerUp = Math.max(LEAST, second?.confidence ?? LEAST);
  const heaviest = Math.max(0, ...(first?.evidence ?? []).map(({ weight = 0 }) => weight));
  return [
    1,
    logit(confidence),
    Math.log(Math.max(LEAST, confidence) / runnerUp),
    heaviest >= PROVEN ? 1 : 0,
    heaviest >= STATED && heaviest < PROVEN ? 1 : 0,
    (first?.evidence.length ?? 0) > 1 ? 1 : 0,
    first?.cause === 'unexplained' ? 1 : 0,
  ];
};

/** How likely it is that the leading answer is right. */
export const trustIn = (features: Features, { weights }: Calibration): number => {
  const sum = features.reduce((total, feature, at) => total + feature * (weights[at] ?? 0), 0);
  return 1 / (1 + Math.exp(-sum));
};

/** They repeat what the server said; what lies beneath, it often keeps to itself: a region, a client, a second factor. */
const general: ReadonlySet<Cause> = new Set<Cause>([
  'credentials-rejected',
  'token-rejected',
  'permission-denied',
]);
/** As sure as an answer gets that rests on words of a general cause alone, or on nothing but what is not there. */
const DOUBTFUL_AT_MOST = 0.89;

/** A field that was not sent says nothing of the cookie, the path or the body in which this server may look. */
const isAbsence = ({ place }: Evidence): boolean => place.in === 'field' && place.absent === true;

const ceilingOf = ({ cause, evidence }: Finding, most: number): number => {
  const loose = general.has(cause) && evidence.every(({ weight = 0 }) => weight < PROVEN);
  const absent = evidence.length > 0 && evidence.every(isAbsence);
  return loose || absent ? Math.min(most, DOUBTFUL_AT_MOST) : most;
};

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
  if (first === undefined) return findings;
  const confidence = Math.min(ceilingOf(first, most), trustIn(featuresOf(findings), calibration));
  const scale = (1 - confidence) / Math.max(LEAST, 1 - first.confidence);
  return [
    { ...first, confidence },
    ...others.map((other) => ({ ...other, confidence: Math.min(confidence, other.confidence * scale) })),
  ];
};
