import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Calibration } from '../../shared/diagnosis/calibration/calibration.ts';
import { featureNames } from '../../shared/diagnosis/calibration/calibration.ts';
import type { Checked } from '../../shared/diagnosis/calibration/fit.ts';

const target = new URL('../../shared/diagnosis/calibration/fitted.ts', import.meta.url);

/** Writes the weights as a small source file that says what they were fitted to. */
export const writeFitted = ({ weights, doubtfulAtMost }: Calibration, checked: readonly Checked[]): void => {
  const wrong = checked.filter(({ right }) => !right).length;
  const lines = weights.map((weight, at) => `    ${weight.toFixed(4)}, // ${featureNames[at] ?? ''}`);
  writeFileSync(
    fileURLToPath(target),
    `import type { Calibration } from './calibration.ts';

/**
 * Written by \`npm run bench:diagnosis -- --fit\`: fitted to ${checked.length} answers, ${wrong} of them wrong, to failures that no rule
 * had seen.
 */
export const fitted: Calibration = {
  weights: [
${lines.join('\n')}
  ],
  doubtfulAtMost: ${doubtfulAtMost},
};
`,
  );
};
