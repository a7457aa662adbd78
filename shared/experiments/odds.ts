import type { Cause } from '../diagnosis/causes.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Experiment, Row } from './experiment.ts';

/** Probabilities by cause; they sum to one. */
export type Belief = ReadonlyMap<Cause, number>;

type Table = Pick<Experiment, 'likelihoods'>;

/** What all causes together have at least that no evidence speaks for. */
const UNHEARD = 0.2;
/** These only say that it was refused: for half of their odds there is a reason that nobody has named yet. */
const generic: ReadonlySet<Cause> = new Set<Cause>([
  'credentials-rejected',
  'token-rejected',
  'permission-denied',
  'unexplained',
]);
/** An experiment can find a cause if an outcome of it is so many times likelier than usual. */
const TELLING = 4;

const normalised = (odds: ReadonlyMap<Cause, number>): Belief => {
  const sum = [...odds.values()].reduce((total, each) => total + each, 0);
  return new Map([...odds].map(([cause, each]) => [cause, each / sum]));
};

export const causesTold = ({ likelihoods }: Table): readonly Cause[] =>
  (Object.keys(likelihoods) as (Cause | 'otherwise')[]).filter((cause) => cause !== 'otherwise');

export const outcomesOf = ({ likelihoods }: Table): readonly string[] => Object.keys(likelihoods.otherwise);

/** How likely the outcome is under the cause. */
export const likelihoodOf = ({ likelihoods }: Table, outcome: string, cause: Cause): number => {
  const row: Row<string> = likelihoods[cause] ?? likelihoods.otherwise;
  const sum = Object.values(row).reduce((total, each) => total + each, 0);
  return (row[outcome] ?? 0) / sum;
};

const causesFound = (table: Table): readonly Cause[] =>
  causesTold(table).filter((cause) =>
    outcomesOf(table).some(
      (outcome) =>
        likelihoodOf(table, outcome, cause) >= TELLING * likelihoodOf(table, outcome, 'unexplained'),
    ),
  );

/**
 * The odds before an experiment: those of the diagnosis, and a little for each cause that the experiments could name
 * and that is not ruled out.
 */
export const beliefOf = (diagnosis: Diagnosis, experiments: readonly Table[]): Belief => {
  const odds = new Map<Cause, number>(diagnosis.findings.map(({ cause, confidence }) => [cause, confidence]));
  const gone = new Set(diagnosis.ruledOut.map(({ cause }) => cause));
  const unheard = [...new Set(experiments.flatMap(causesFound))].filter(
    (cause) => !odds.has(cause) && !gone.has(cause),
  );
  const unnamed = [...odds].reduce(
    (sum, [cause, each]) => (generic.has(cause) ? sum + each / 2 : sum),
    UNHEARD,
  );
  for (const cause of unheard) odds.set(cause, unnamed / unheard.length);
  if (!odds.has('unexplained')) odds.set('unexplained', UNHEARD / 4);
  return normalised(odds);
};

/** How likely the outcome is before it is known. */
export const probabilityOf = (table: Table, outcome: string, belief: Belief): number =>
  [...belief].reduce((sum, [cause, odds]) => sum + odds * likelihoodOf(table, outcome, cause), 0);

/** The odds after it (Bayes). */
export const after = (table: Table, outcome: string, belief: Belief): Belief =>
  normalised(
    new Map([...belief].map(([cause, odds]) => [cause, odds * likelihoodOf(table, outcome, cause)])),
  );

/** Uncertainty in bits (Shannon). */
export const entropy = (belief: Belief): number =>
  [...belief.values()].reduce((sum, odds) => (odds > 0 ? sum - odds * Math.log2(odds) : sum), 0);

/** By how many bits the experiment will lower the uncertainty on average. */
export const expectedInformation = (table: Table, belief: Belief): number => {
  const left = outcomesOf(table).reduce((sum, outcome) => {
    const chance = probabilityOf(table, outcome, belief);
    return chance === 0 ? sum : sum + chance * entropy(after(table, outcome, belief));
  }, 0);
  return Math.max(0, entropy(belief) - left);
};
