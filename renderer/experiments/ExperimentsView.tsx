import { ShieldCheck } from 'lucide-react';
import type { ExperimentWish } from '../state/experiment-actions.ts';
import type { FindingOut } from '../state/experiments.ts';
import type { Thread } from '../exchange/thread.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { DoneTable } from './DoneTable.tsx';
import styles from './ExperimentsView.module.css';
import { MovedOdds } from './MovedOdds.tsx';
import { NextQuestion } from './NextQuestion.tsx';
import { PlanQuestion } from './PlanQuestion.tsx';
import { RunningExperiments } from './RunningExperiments.tsx';
import { allowedWords } from './consent-words.ts';
import type { Diagnosis } from '../../shared/diagnosis/diagnosis.ts';

interface ExperimentsViewProps {
  readonly found: FindingOut;
  readonly diagnosis: Diagnosis;
  readonly thread: Thread;
  readonly onAsk: (wish: ExperimentWish) => void;
  readonly onSkip: (id: string) => void;
  readonly onCancel: () => void;
}

/** What was allowed and what came of it, how the odds moved, and the next question. */
export const ExperimentsView = ({
  found,
  diagnosis,
  thread,
  onAsk,
  onSkip,
  onCancel,
}: ExperimentsViewProps) => {
  const { done, next, experiments } = found;
  const running = experiments?.running;
  const [first, ...others] = next;
  if (done.length === 0 && first === undefined)
    return <EmptyState>No experiment would tell more than is known already.</EmptyState>;
  return (
    <div className={styles['view']}>
      {experiments?.allowed !== undefined && (
        <p className={styles['allowed']}>
          <ShieldCheck aria-hidden="true" />
          <span>{allowedWords(experiments.allowed, done)}</span>
        </p>
      )}
      {done.length > 0 && <DoneTable done={done} thread={thread} />}
      {done.length > 0 && experiments !== undefined && (
        <MovedOdds before={experiments.before} after={diagnosis} count={done.length} />
      )}
      {running !== undefined && <RunningExperiments running={running} onCancel={onCancel} />}
      {running === undefined && first !== undefined && (
        <>
          <NextQuestion
            key={first.experiment.id}
            proposal={first}
            onAsk={onAsk}
            onSkip={() => {
              onSkip(first.experiment.id);
            }}
          />
          {others.length > 0 && <PlanQuestion proposals={next} onAsk={onAsk} />}
        </>
      )}
    </div>
  );
};
