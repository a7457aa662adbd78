import type { Diagnosis } from '../../shared/diagnosis/diagnosis.ts';
import { causeTitle, oddsFigure } from '../../shared/diagnosis/words.ts';
import type { Finished, Proposal } from '../../shared/experiments/propose.ts';
import type { Paint } from './colours.ts';

const SHOWN = 4;

/** What was found out, one experiment a line with its answer. */
export const finishedText = (done: readonly Finished[], paint: Paint): string =>
  done.length === 0
    ? ''
    : [
        'Found out',
        ...done.map(
          ({ experiment, reading, says }) =>
            `  ${experiment.changed}: ${says}  ${paint('dim', reading.answer)}`,
        ),
        '',
        '',
      ].join('\n');

/** What could be asked, the most telling first, with what each would send. */
export const proposalsText = (next: readonly Proposal[], paint: Paint): string =>
  next.length === 0
    ? ''
    : [
        'To find out (nothing of this was sent)',
        ...next
          .slice(0, SHOWN)
          .flatMap(({ experiment, plan }) => [
            `  ${experiment.question}  ${paint('dim', experiment.id)}`,
            `      ${plan.sends} ${plan.risk}`.trimEnd(),
          ]),
        ...(next.length > SHOWN ? [`  and ${next.length - SHOWN} more`] : []),
        '',
        '',
      ].join('\n');

/** How the odds of the leading cause moved. */
export const movedText = (before: Diagnosis, after: Diagnosis): string => {
  const [first] = after.findings;
  if (first === undefined) return '';
  const was = before.findings.find(({ cause }) => cause === first.cause);
  return `${causeTitle(first.cause)}: ${was === undefined ? 'not on the list' : oddsFigure(was.confidence)} before, ${oddsFigure(first.confidence)} after\n\n`;
};
