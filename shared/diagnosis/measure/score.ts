import type { Answer } from './answers.ts';
import { accepts, confidenceOf, isRight } from './answers.ts';

/** From here on an answer counts as sure, and being wrong as an error that misleads. */
export const CONFIDENT = 0.9;

export interface Bin {
  /** Lower bound of the confidence that was said. */
  readonly from: number;
  readonly count: number;
  readonly right: number;
  /** Mean of what was said. */
  readonly said: number;
}

export interface Score {
  readonly count: number;
  /** Shares of all. */
  readonly first: number;
  readonly exact: number;
  readonly three: number;
  readonly confident: number;
  readonly confidentErrors: readonly Answer[];
  readonly missed: readonly Answer[];
  readonly reliability: readonly Bin[];
  /** Mean distance between what was said and what came true, weighted by the bins' counts. */
  readonly calibrationError: number;
  /** Mean squared error of the confidence. */
  readonly brier: number;
  /** Mean negative logarithm of the probability given to what came true. */
  readonly logLoss: number;
}

const BINS = 10;

export const scoreOf = (answers: readonly Answer[]): Score => {
  const share = (holds: (answer: Answer) => boolean): number =>
    answers.length === 0 ? 0 : answers.filter(holds).length / answers.length;
  const mean = (value: (answer: Answer) => number): number =>
    answers.reduce((sum, answer) => sum + value(answer), 0) / Math.max(1, answers.length);
  const reliability = binsOf(answers);
  const missed = answers.filter((answer) => !isRight(answer));
  return {
    count: answers.length,
    first: share(isRight),
    exact: share(({ of, diagnosis }) => diagnosis.findings[0]?.cause === of.cause),
    three: share(({ of, diagnosis }) =>
      diagnosis.findings.slice(0, 3).some(({ cause }) => accepts(of, cause)),
    ),
    confident: answers.filter((answer) => confidenceOf(answer) >= CONFIDENT).length,
    confidentErrors: missed.filter((answer) => confidenceOf(answer) >= CONFIDENT),
    missed,
    reliability,
    calibrationError: reliability.reduce(
      (sum, { count, right, said }) => sum + (count / answers.length) * Math.abs(said - right / count),
      0,
    ),
    brier: mean((answer) => (confidenceOf(answer) - (isRight(answer) ? 1 : 0)) ** 2),
    logLoss: mean((answer) => {
      const p = Math.min(0.999, Math.max(0.001, confidenceOf(answer)));
      return -Math.log(isRight(answer) ? p : 1 - p);
    }),
  };
};

const binsOf = (answers: readonly Answer[]): readonly Bin[] =>
  Array.from({ length: BINS }, (_, bin) => {
    const inside = answers.filter(
      (answer) => Math.min(BINS - 1, Math.floor(confidenceOf(answer) * BINS)) === bin,
    );
    return {
      from: bin / BINS,
      count: inside.length,
      right: inside.filter(isRight).length,
      said: inside.reduce((sum, answer) => sum + confidenceOf(answer), 0) / Math.max(1, inside.length),
    };
  }).filter(({ count }) => count > 0);

const percent = (part: number): string => `${(part * 100).toFixed(1)} %`;

/** A missed case with what was said in its place. */
const missText = ({ of, diagnosis }: Answer): string =>
  `${of.id}: ${[of.cause, ...of.alsoAccept].join(' | ')}, answered ${
    diagnosis.findings.map(({ cause, confidence }) => `${cause} ${confidence.toFixed(2)}`).join(', ') ||
    'nothing'
  }`;

export const scoreText = (score: Score): string =>
  [
    `${score.count} cases: first answer ${percent(score.first)} acceptable, ${percent(score.exact)} exact; among three ${percent(score.three)}`,
    `answers at ${CONFIDENT} and above: ${score.confident}, wrong: ${score.confidentErrors.map(({ of }) => of.id).join(', ') || 'none'}`,
    `calibration error ${score.calibrationError.toFixed(3)}, Brier ${score.brier.toFixed(3)}, log loss ${score.logLoss.toFixed(3)}`,
    'from   said  count  right',
    ...score.reliability.map(
      ({ from, said, count, right }) =>
        `${from.toFixed(1)}    ${said.toFixed(2)}  ${String(count).padStart(5)}   ${(right / count).toFixed(2)}`,
    ),
    ...score.missed.map((answer) => `missed ${missText(answer)}`),
  ].join('\n');
