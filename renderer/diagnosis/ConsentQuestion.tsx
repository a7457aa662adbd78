import { Check, TriangleAlert } from 'lucide-react';
import type { Plan, Question } from '../../shared/remedies/remedy.ts';
import { Button } from '../ui/Button.tsx';
import type { Answers } from './Remedies.tsx';
import styles from './Remedies.module.css';
import { RunButton } from './RunButton.tsx';

interface ConsentQuestionProps {
  readonly plan: Plan;
  readonly question: Extract<Question, { kind: 'consent' }>;
  readonly busy: string | undefined;
  readonly onRun: (answers: Answers, always: boolean) => void;
  readonly onNotNow: () => void;
}

/** Gives a secret to another host: names it, says what speaks for and against, and repeats the host on the button. */
export const ConsentQuestion = ({ plan, question, busy, onRun, onNotNow }: ConsentQuestionProps) => (
  <div className={styles['card']} role="group" aria-label={question.question}>
    <p className={styles['question']}>{question.question}</p>
    <ul className={styles['reasons']}>
      {question.speaksFor.map((reason) => (
        <li key={reason}>
          <Check className={styles['for']} aria-label="For:" role="img" />
          <span>{reason}</span>
        </li>
      ))}
      {question.speaksAgainst.map((reason) => (
        <li key={reason}>
          <TriangleAlert className={styles['against']} aria-label="Against:" role="img" />
          <span>{reason}</span>
        </li>
      ))}
    </ul>
    <RunButton
      plan={plan}
      busy={busy}
      onRun={() => {
        onRun({}, false);
      }}
    />
    <div className={styles['answers']}>
      {question.always !== undefined && (
        <Button
          variant="quiet"
          onPress={() => {
            onRun({}, true);
          }}
        >
          {question.always}
        </Button>
      )}
      <Button variant="quiet" onPress={onNotNow}>
        Not now
      </Button>
    </div>
  </div>
);
