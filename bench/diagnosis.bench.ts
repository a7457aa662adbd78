/**
 * How right the diagnosis is, how honest about doubt, and how fast.
 *
 *   npm run bench:diagnosis               the corpus beside the checkout, where it is there, and the project's own cases
 *   npm run bench:diagnosis -- --fit      fits the calibration to all folds and writes it to fitted.ts
 *
 * What tells how the unseen will go are the folds: the cases of one provider are answered without that provider's
 * tables, and with a calibration that was fitted to the other providers' cases only.
 */
import { getPublicSuffix } from 'tough-cookie';
import { fitted } from '../shared/diagnosis/calibration/fitted.ts';
import { fitCalibration } from '../shared/diagnosis/calibration/fit.ts';
import { uncalibrated } from '../shared/diagnosis/calibration/calibration.ts';
import { casesIn } from '../shared/diagnosis/cases.test-support.ts';
import { engineOf } from '../shared/diagnosis/engine.ts';
import { diagnose } from '../shared/diagnosis/diagnose.ts';
import { POSSIBLE } from '../shared/diagnosis/words.ts';
import type { Answer, Case } from '../shared/diagnosis/measure/answers.ts';
import {
  answersWithout,
  checkedOf,
  crossCalibrated,
  dealt,
  providerFolds,
} from '../shared/diagnosis/measure/folds.ts';
import { kindsText, scoreByKind } from '../shared/diagnosis/measure/kinds.ts';
import { scoreOf, scoreText } from '../shared/diagnosis/measure/score.ts';
import { providers } from '../shared/diagnosis/providers/index.ts';
import { writeFitted } from './diagnosis/fitted-file.ts';
import { millisecondsPerExchange, millisecondsPerLargeHar } from './diagnosis/speed.ts';

const K = 10;

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
/** Written down before any rule was looked at. */
const field = (casesIn('./field-cases') ?? []).map((one): Case => ({ ...one, unseen: true }));
const cases: readonly Case[] = [...corpus, ...own, ...field];

const folds = providerFolds(cases, providers, domainOf);
const blind = answersWithout(folds, providers);
const plain = engineOf({ providers, calibration: uncalibrated });
const known = cases.map((of): Answer => ({ of, diagnosis: plain.diagnose(of.attempt) }));

if (process.argv.includes('--fit')) {
  const checked = checkedOf(blind.flat());
  writeFitted(fitCalibration(checked), checked);
  console.log('  Fitted; run again to measure.');
} else {
  const answered = (of: Case): Answer => ({ of, diagnosis: diagnose(of.attempt) });
  if (corpus.length > 0) print('The corpus, with all tables', corpus.map(answered));
  print('The project’s own cases, with all tables', own.map(answered));
  print('Cases from the field, with all tables', field.map(answered));
  const unaided = crossCalibrated(blind);
  print(`Leave one provider out, ${folds.length} folds`, unaided);
  console.log(`    ${kindsText(scoreByKind(unaided)).replaceAll('\n', '\n    ')}`);
  print(`The calibration alone, ${K} folds of all cases, with all tables`, crossCalibrated(dealt(known, K)));
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
