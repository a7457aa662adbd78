import type { Calibration, Features } from './calibration.ts';
import { trustIn, uncalibrated } from './calibration.ts';

/** One answer that was checked. */
export interface Checked {
  readonly features: Features;
  /** The leading finding was acceptable. */
  readonly right: boolean;
}

/** How hard the weights are held to those of `uncalibrated`: some hundred answers hardly carry eight free numbers. */
const RIDGE = 1;
/**
 * What a right answer counts as. Being wrong and sure costs more than being right and a little less sure, and whoever
 * labelled the failures may have erred, too.
 */
export const RIGHT = 0.95;
/**
 * Below what counts as sure: of 92 answers that named a general cause and were that sure, nine were wrong, of 452
 * others three, all of them to failures that no rule had seen.
 */
const DOUBTFUL_AT_MOST = 0.89;
const ROUNDS = 50;

/** Maximum a posteriori logistic regression by Newton's method, with a normal prior around no calibration at all. */
export const fitCalibration = (checked: readonly Checked[]): Calibration => {
  let weights = [...uncalibrated.weights];
  for (let round = 0; round < ROUNDS; round += 1) {
    const step = solve(...newtonTerms(checked, weights));
    const moved = (by: number): number[] => weights.map((weight, at) => weight - by * (step[at] ?? 0));
    let by = 1;
    while (by > 1e-6 && loss(checked, moved(by)) > loss(checked, weights)) by /= 2;
    weights = moved(by);
    if (step.every((move) => Math.abs(by * move) < 1e-9)) break;
  }
  return { weights, doubtfulAtMost: DOUBTFUL_AT_MOST };
};

/** What is made as small as can be; a Newton step from far away overshoots it. */
const loss = (checked: readonly Checked[], weights: readonly number[]): number =>
  weights.reduce(
    (sum, weight, at) => sum + (RIDGE / 2) * (weight - (uncalibrated.weights[at] ?? 0)) ** 2,
    checked.reduce((sum, { features, right }) => {
      const p = trustIn(features, { weights });
      const target = right ? RIGHT : 0;
      const surprise =
        target * Math.log(Math.max(1e-12, p)) + (1 - target) * Math.log(Math.max(1e-12, 1 - p));
      return sum - surprise;
    }, 0),
  );

const newtonTerms = (
  checked: readonly Checked[],
  weights: readonly number[],
): readonly [number[][], number[]] => {
  const size = weights.length;
  const gradient = weights.map((weight, at) => RIDGE * (weight - (uncalibrated.weights[at] ?? 0)));
  const curvature = weights.map((_, row) =>
    Array.from({ length: size }, (__, column): number => (row === column ? RIDGE : 0)),
  );
  for (const { features, right } of checked) {
    const p = trustIn(features, { weights });
    for (let row = 0; row < size; row += 1) {
      const x = features[row] ?? 0;
      gradient[row] = (gradient[row] ?? 0) + x * (p - (right ? RIGHT : 0));
      const line = curvature[row] ?? [];
      for (let column = 0; column < size; column += 1)
        line[column] = (line[column] ?? 0) + x * (features[column] ?? 0) * p * (1 - p);
    }
  }
  return [curvature, gradient];
};

/** Solves a symmetric, positive definite system by elimination; the ridge keeps its pivots away from zero. */
const solve = (matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] => {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  const size = rows.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const lead = rows[pivot] ?? [];
    for (const row of rows.slice(pivot + 1)) {
      const factor = (row[pivot] ?? 0) / (lead[pivot] ?? 1);
      for (let column = pivot; column <= size; column += 1)
        row[column] = (row[column] ?? 0) - factor * (lead[column] ?? 0);
    }
  }
  const solution = Array.from({ length: size }, () => 0);
  for (let at = size - 1; at >= 0; at -= 1) {
    const row = rows[at] ?? [];
    const known = solution.reduce(
      (sum, value, column) => (column > at ? sum + value * (row[column] ?? 0) : sum),
      0,
    );
    solution[at] = ((row[size] ?? 0) - known) / (row[at] ?? 1);
  }
  return solution;
};
