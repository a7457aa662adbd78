/**
 * How right the diagnosis is, how honest about doubt, and how fast.
 *
 *   npm run bench:diagnosis               the corpus beside the checkout, where it is there, and the project's own cases
 *   npm run bench:diagnosis -- --first failures.txt   keeps the answers to sketches that no rule has seen yet
 *   npm run bench:diagnosis -- --fit                  fits the calibration to those answers and writes it to fitted.ts
 *
 * What tells how the unseen will go are the folds, in which the cases of one provider are answered without that
 * provider's tables, and the first answers.
 */
import { readFileSync } from 'node:fs';
import { getPublicSuffix } from 'tough-cookie';
import { fitted } from '../shared/diagnosis/calibration/fitted.ts';
import { fitCalibration } from '../shared/diagnosis/calibration/fit.ts';
import { uncalibrated } from '../shared/diagnosis/calibration/calibration.ts';
import {
  firstAnswers,
  keepFirstAnswers,
} from '../shared/diagnosis/calibration/first-answers.test-support.ts';
import { casesIn } from '../shared/diagnosis/cases.test-support.ts';
import { engineOf } from '../shared/diagnosis/engine.ts';
import { diagnose } from '../shared/diagnosis/diagnose.ts';
import { POSSIBLE } from '../shared/diagnosis/words.ts';
import type { Answer, Case } from '../shared/diagnosis/measure/answers.ts';
import { answersWithout, providerFolds, withCalibration } from '../shared/diagnosis/measure/folds.ts';
import { kindsText, scoreByKind } from '../shared/diagnosis/measure/kinds.ts';
import { scoreOf, scoreText } from '../shared/diagnosis/measure/score.ts';
import { providers } from '../shared/diagnosis/providers/index.ts';
import { sketchesIn } from '../shared/diagnosis/sketches/sketch.test-support.ts';
import { checkedOf, reliabilityText } from './diagnosis/first-answers.ts';
import { writeFitted } from './diagnosis/fitted-file.ts';
import { millisecondsPerExchange, millisecondsPerLargeHar } from './diagnosis/speed.ts';

/** `example`, `test`, `localhost` and bare addresses belong to nobody. */
const domainOf = (host: string): string | undefined => {
  if (/(?:^|\.)(?:example(?:\.(?:com|org|net|edu))?|test|localhost|local|invalid)$/i.test(host))
    return undefined;
  return getPublicSuffix(host, { allowSpecialUseDomain: true, ignoreError: true });
};

const print = (title: string, answers: readonly Answer[]): void => {
  const text = scoreText(scoreOf(answers)).replaceAll('\n', '\n    ');
  console.log(`\n  ${title}\n    ${text}`);
};

const corpus = casesIn('../../../shared/diagnosis/cases') ?? [];
const own = casesIn('./cases') ?? [];
const silent = casesIn('../../../shared/diagnosis/non-failures') ?? [];
const field = casesIn('./field-cases') ?? [];
const cases: readonly Case[] = [...corpus, ...own, ...field];

const first = process.argv.indexOf('--first');
if (first >= 0) {
  const plain = engineOf({ providers, calibration: uncalibrated });
  const answers = process.argv
    .slice(first + 1)
    .flatMap((file) => sketchesIn(readFileSync(file, 'utf8')))
    .filter(({ cause }) => cause !== undefined)
    .map((of): Answer => ({ of, diagnosis: plain.diagnose(of.attempt) }));
  console.log(`  Kept ${keepFirstAnswers(answers)} answers; --fit makes the calibration follow them.`);
} else if (process.argv.includes('--fit')) {
  const checked = checkedOf(firstAnswers());
  writeFitted(fitCalibration(checked), checked);
  console.log('  Fitted; run again to measure.');
} else {
  const answered = (of: Case): Answer => ({ of, diagnosis: diagnose(of.attempt) });
  if (corpus.length > 0) print('The corpus, with all tables', corpus.map(answered));
  print('The project’s own cases, with all tables', own.map(answered));
  print('Cases from the field, with all tables', field.map(answered));
  const folds = providerFolds(cases, providers, domainOf);
  const unaided = answersWithout(folds, providers)
    .flat()
    .map((answer) => withCalibration(answer, fitted));
  print(`Leave one provider out, ${folds.length} folds`, unaided);
  console.log(`    ${kindsText(scoreByKind(unaided)).replaceAll('\n', '\n    ')}`);
  console.log(`\n  First answers\n    ${reliabilityText(firstAnswers()).replaceAll('\n', '\n    ')}`);
  const loud = silent.filter((of) =>
    diagnose(of.attempt).findings.some(({ confidence }) => confidence > POSSIBLE),
  );
  console.log(
    `\n  Silence: ${silent.length - loud.length} of ${silent.length}${loud.map(({ id }) => `, spoke on ${id}`).join('')}`,
  );
  const each = millisecondsPerExchange(cases);
  console.log(
    `  Speed: ${each.toFixed(3)} ms per exchange, ${Math.round(1000 / each)} a second; a HAR of 1,000 entries in ${millisecondsPerLargeHar(cases).toFixed(0)} ms`,
  );
  console.log(`  Calibration in use: ${fitted.weights.map((weight) => weight.toFixed(2)).join(' ')}`);
}
