import type { Proposal } from '../../shared/experiments/propose.ts';
import type { ExperimentWish } from '../state/experiment-actions.ts';
import { Button } from '../ui/Button.tsx';
import { expectedWords, requestsWords } from './consent-words.ts';
import styles from './ExperimentsView.module.css';

interface NextQuestionProps {
  readonly proposal: Proposal;
  readonly onAsk: (wish: ExperimentWish) => void;
  readonly onSkip: () => void;
}

/** The next experiment as a question: what it sends, what that could do, and what it would settle. */
export const NextQuestion = ({ proposal, onAsk, onSkip }: NextQuestionProps) => {
  const { experiment, plan } = proposal;
  const { most, unsafe } = plan;
  const verb = most === 0 ? 'Look' : `Send ${most === 1 ? '' : 'up to '}${requestsWords(most)}`;
  return (
    <section className={styles['question']} role="group" aria-label="Consent">
      <h3>{experiment.question}</h3>
      <p>
        {experiment.changed}: {plan.sends} {plan.risk} {expectedWords(proposal)}
      </p>
      {unsafe !== undefined && (
        <p className={styles['unsafe']}>
          {unsafe} may change something each time it is sent, and this sends it again.
        </p>
      )}
      <span className={styles['answers']}>
        <Button variant="quiet" onPress={onSkip}>
          Skip
        </Button>
        <Button
          onPress={() => {
            onAsk({
              which: { id: experiment.id },
              allowed: { requests: most, logins: plan.logins, unsafe: unsafe !== undefined },
            });
          }}
        >
          {unsafe === undefined ? verb : `${verb} with ${unsafe}`}
        </Button>
      </span>
    </section>
  );
};
