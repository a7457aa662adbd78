import type { Experiments } from '../state/state.ts';
import { Button } from '../ui/Button.tsx';
import { Meter } from '../ui/Meter.tsx';
import { Spinner } from '../ui/Spinner.tsx';
import { requestsWords } from './consent-words.ts';
import styles from './ExperimentsView.module.css';

interface RunningExperimentsProps {
  readonly running: NonNullable<Experiments['running']>;
  readonly onCancel: () => void;
}

/** What is being done just now, and how much of what was allowed has left. */
export const RunningExperiments = ({ running, onCancel }: RunningExperimentsProps) => {
  const { label, sent, most } = running;
  return (
    <div className={styles['running']}>
      <p role="status">
        <Spinner />
        <b>{label}</b>
      </p>
      {most > 0 && (
        <p>
          <Meter label="Requests sent of those allowed" value={Math.min(1, sent / most)} />
          <span>
            {sent} of up to {requestsWords(most)} sent
          </span>
        </p>
      )}
      <Button variant="quiet" onPress={onCancel}>
        Cancel
      </Button>
    </div>
  );
};
