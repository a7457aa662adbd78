import type { Proposal } from '../../shared/experiments/propose.ts';
import type { ExperimentWish } from '../state/experiment-actions.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { hostsIn, MOST_LOGINS, MOST_REQUESTS, requestsWords } from './consent-words.ts';
import styles from './ExperimentsView.module.css';

interface PlanQuestionProps {
  readonly proposals: readonly Proposal[];
  readonly onAsk: (wish: ExperimentWish) => void;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Several at once: each chosen by what the one before it said, until the cause is almost certain. */
export const PlanQuestion = ({ proposals, onAsk }: PlanQuestionProps) => {
  const safe = proposals.filter(({ plan }) => plan.unsafe === undefined);
  const requests = Math.min(MOST_REQUESTS, sum(safe.map(({ plan }) => plan.most)));
  const logins = Math.min(MOST_LOGINS, sum(safe.map(({ plan }) => plan.logins)));
  if (safe.length < 2) return null;
  const hosts = hostsIn(safe);
  return (
    <section className={styles['question']} role="group" aria-label="Consent to a plan">
      <h3>Or ask several, one after the other?</h3>
      <p>
        Up to {requestsWords(requests)}
        {hosts === '' ? '' : ` to ${hosts}`}, each chosen by what the one before it said, until the cause is
        almost certain.{' '}
        {logins === 0
          ? 'No user name with its password is among them.'
          : `Your own user name and password go along at most ${logins === 1 ? 'once' : 'twice'}.`}{' '}
        Nothing that may change something is repeated.
      </p>
      <span className={styles['answers']}>
        <Button
          onPress={() => {
            onAsk({ which: 'plan', allowed: { requests, logins, unsafe: false } });
          }}
        >
          Send up to {requestsWords(requests)}
        </Button>
      </span>
      <div className={styles['all']}>
        <Disclosure title="All questions" count={proposals.length}>
          <ol className={styles['list']}>
            {proposals.map(({ experiment, plan }) => (
              <li key={experiment.id}>
                <b>{experiment.question}</b>
                <span>{plan.sends}</span>
                <Button
                  variant="link"
                  label={`${experiment.changed}: ask this now`}
                  onPress={() => {
                    onAsk({
                      which: { id: experiment.id },
                      allowed: { requests: plan.most, logins: plan.logins, unsafe: false },
                    });
                  }}
                  isDisabled={plan.unsafe !== undefined}
                >
                  Ask this now
                </Button>
              </li>
            ))}
          </ol>
        </Disclosure>
      </div>
    </section>
  );
};
