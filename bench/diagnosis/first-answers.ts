import { featureNames, featuresOf, trustIn } from '../../shared/diagnosis/calibration/calibration.ts';
import { fitCalibration } from '../../shared/diagnosis/calibration/fit.ts';
import type { FirstAnswer } from '../../shared/diagnosis/calibration/first-answers.test-support.ts';
import { CONFIDENT } from '../../shared/diagnosis/measure/score.ts';

const FOLDS = 14;
const GENERAL = featureNames.indexOf('a general cause');
const BOUNDS = [0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1];

export const checkedOf = (answers: readonly FirstAnswer[]) =>
  answers.map((answer) => ({ features: featuresOf(answer), right: answer.right }));

/** How sure each answer would have been by a calibration fitted to the others: neighbours were written by one hand. */
const trusted = (answers: readonly FirstAnswer[]) => {
  const checked = checkedOf(answers);
  const size = Math.ceil(checked.length / FOLDS);
  return Array.from({ length: FOLDS }, (_, fold) => {
    const isOut = (at: number): boolean => Math.floor(at / size) === fold;
    const calibration = fitCalibration(checked.filter((__, at) => !isOut(at)));
    return checked
      .filter((__, at) => isOut(at))
      .map(({ features, right }) => ({
        right,
        said: Math.min(
          features[GENERAL] === 1 ? calibration.doubtfulAtMost : 1,
          trustIn(features, calibration),
        ),
      }));
  }).flat();
};

/** What was said and what came true, of answers to failures that no rule had seen. */
export const reliabilityText = (answers: readonly FirstAnswer[]): string => {
  const all = trusted(answers);
  const sure = all.filter(({ said }) => said >= CONFIDENT);
  const rows = BOUNDS.slice(1).flatMap((to, at) => {
    const from = BOUNDS[at] ?? 0;
    const own = all.filter(({ said }) => said >= from && said < to);
    if (own.length === 0) return [];
    const mean = own.reduce((sum, { said }) => sum + said, 0) / own.length;
    const share = own.filter(({ right }) => right).length / own.length;
    return [
      `${from.toFixed(2)}   ${mean.toFixed(2)}  ${String(own.length).padStart(5)}   ${share.toFixed(2)}`,
    ];
  });
  return [
    `${all.length} answers, ${all.filter(({ right }) => right).length} right; sure of ${sure.length}, of which wrong: ${sure.filter(({ right }) => !right).length}`,
    'from   said  count  right',
    ...rows,
  ].join('\n');
};
