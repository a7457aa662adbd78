import { Check, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { Attempt } from '../../shared/exchange/exchange.ts';
import { flowSteps, type FlowStep } from '../../shared/oauth/flow-steps.ts';
import styles from './FlowSteps.module.css';

interface FlowStepsProps {
  readonly attempt: Attempt;
  /** Index of the exchange that is shown. */
  readonly index: number;
  readonly onChoose: (index: number) => void;
}

const stateWords = { done: 'done', failed: 'failed', 'not-reached': 'not reached' } as const;

const Mark = ({ step, number }: { readonly step: FlowStep; readonly number: number }) => (
  <span className={styles['mark']} data-state={step.state} aria-hidden="true">
    {step.state === 'done' ? <Check /> : step.state === 'failed' ? <X /> : number}
  </span>
);

/** How a token was got, step by step; a step with exchanges shows its last one when it is pressed. */
export const FlowSteps = ({ attempt, index, onChoose }: FlowStepsProps) => {
  const steps = flowSteps(attempt);
  if (steps.length === 0) return null;
  return (
    <ol className={styles['steps']} aria-label="Steps to the token">
      {steps.map((step, at) => {
        const last = step.exchanges.at(-1);
        const times = step.exchanges.length > 1 ? ` (${step.exchanges.length})` : '';
        const words = (
          <>
            <Mark step={step} number={at + 1} />
            <span>
              {step.label}
              {times}
            </span>
          </>
        );
        return (
          <li key={`${step.label} ${at}`} data-state={step.state}>
            {last === undefined ? (
              <span
                className={styles['step']}
                role="img"
                aria-label={`${at + 1}. ${step.label}: ${stateWords[step.state]}`}
              >
                {words}
              </span>
            ) : (
              <AriaButton
                className={styles['step'] ?? ''}
                aria-label={`${at + 1}. ${step.label}${times}: ${stateWords[step.state]}`}
                aria-current={step.exchanges.includes(index) ? 'step' : undefined}
                onPress={() => {
                  onChoose(last);
                }}
              >
                {words}
              </AriaButton>
            )}
          </li>
        );
      })}
    </ol>
  );
};
