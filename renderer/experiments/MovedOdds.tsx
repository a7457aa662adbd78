import type { Diagnosis } from '../../shared/diagnosis/diagnosis.ts';
import { causeTitle, percentOf } from '../../shared/diagnosis/words.ts';
import styles from './ExperimentsView.module.css';
import { movedCauses, type MovedCause } from './moved-odds.ts';

const figure = (odds: number): string => (odds === 0 ? '–' : String(percentOf(odds)));

const afterWords = ({ after, ruledOut }: MovedCause): string => {
  if (ruledOut) return 'ruled out';
  return after === 0 ? 'below 3\u00a0%' : `${percentOf(after)}\u00a0%`;
};

const width = (odds: number): string => `${(odds * 100).toFixed(1)}%`;

/** Two bars a cause: thin and grey as it was, in ink as it is. */
export const MovedOdds = ({
  before,
  after,
  count,
}: {
  readonly before: Diagnosis;
  readonly after: Diagnosis;
  readonly count: number;
}) => (
  <section className={styles['odds']} aria-label="Odds before and after">
    <header>
      <h3>Odds</h3>
      <span className={styles['legend']} aria-hidden="true">
        <i className={styles['was']} /> before
        <i className={styles['is']} /> after {count === 1 ? 'one experiment' : `${count} experiments`}
      </span>
    </header>
    <ul>
      {movedCauses(before, after).map((moved, at) => (
        <li key={moved.cause}>
          <span className={styles['cause']}>{causeTitle(moved.cause)}</span>
          <span className={styles['bars']} aria-hidden="true">
            <i className={styles['was']} style={{ width: width(moved.before) }} />
            <i className={styles['is']} style={{ width: width(moved.after) }} />
          </span>
          <span className={styles['figures']}>
            {figure(moved.before)} <span className={styles['arrow']}>→</span>{' '}
            {at === 0 ? <b>{afterWords(moved)}</b> : afterWords(moved)}
          </span>
        </li>
      ))}
    </ul>
  </section>
);
