import { useState } from 'react';
import type { Plan, Question } from '../../shared/remedies/remedy.ts';
import { SecretInput } from '../ui/SecretInput.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { Changes } from './Changes.tsx';
import type { Answers } from './Remedies.tsx';
import styles from './Remedies.module.css';
import { RunButton } from './RunButton.tsx';

interface ValuesQuestionProps {
  readonly plan: Plan;
  readonly question: Extract<Question, { kind: 'values' }>;
  readonly busy: string | undefined;
  readonly onRun: (answers: Answers) => void;
}

/** What a remedy must be told before it can run. */
export const ValuesQuestion = ({ plan, question, busy, onRun }: ValuesQuestionProps) => {
  const [answers, setAnswers] = useState<Answers>(() =>
    Object.fromEntries(question.fields.map(({ name, value }) => [name, value])),
  );
  const answer = (name: string, value: string): void => {
    setAnswers({ ...answers, [name]: value });
  };
  const isEmpty = question.fields
    .filter(({ optional }) => optional !== true)
    .every(({ name }) => (answers[name] ?? '') === '');
  const run = (): void => {
    if (!isEmpty) onRun(answers);
  };
  return (
    <div className={styles['card']} role="group" aria-label={plan.label}>
      <div className={styles['fields']}>
        {question.fields.map(({ name, label, secret }) =>
          secret ? (
            <SecretInput
              key={name}
              label={label}
              value={{ kind: 'typed', text: answers[name] ?? '' }}
              onChange={(value) => {
                answer(name, value);
              }}
            />
          ) : (
            <TextInput
              key={name}
              label={label}
              value={answers[name] ?? ''}
              onChange={(value) => {
                answer(name, value);
              }}
              onEnter={run}
            />
          ),
        )}
      </div>
      <RunButton plan={plan} busy={busy} onRun={run} isDisabled={isEmpty} />
      <Changes changes={plan.changes} folded={false} />
      <p className={styles['sends']}>{plan.sends}</p>
    </div>
  );
};
