import type { FindingOut } from '../state/experiments.ts';
import { Button } from '../ui/Button.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { requestsWords } from './consent-words.ts';
import styles from './ExperimentsFold.module.css';

interface ExperimentsFoldProps {
  readonly found: FindingOut;
  /** No cause is likely enough to be said: then this is what can be done. */
  readonly startsOpen: boolean;
  readonly onOpen: () => void;
}

const countWords = (done: number, next: number): string =>
  [...(done > 0 ? [`${done} done`] : []), ...(next > 0 ? [`${next} to ask`] : [])].join(', ');

/** In the diagnosis: how much could be found out, and the way there. */
export const ExperimentsFold = ({ found, startsOpen, onOpen }: ExperimentsFoldProps) => {
  const { done, next } = found;
  const [first] = next;
  if (done.length === 0 && first === undefined) return null;
  return (
    <Disclosure title="Experiments" count={countWords(done.length, next.length)} startsOpen={startsOpen}>
      <div className={styles['fold']}>
        {done.map(({ experiment, says, result }) => (
          <p key={`${result.id} ${result.atMs}`}>
            <b>{experiment.changed}</b>
            <span>{says}</span>
          </p>
        ))}
        {first !== undefined && (
          <p>
            <b>{first.experiment.question}</b>
            <span>
              {first.plan.most === 0
                ? 'Nothing is sent for it.'
                : `${requestsWords(first.plan.most)} at most, asked for first.`}
            </span>
          </p>
        )}
        <Button variant="link" onPress={onOpen}>
          Show the experiments
        </Button>
      </div>
    </Disclosure>
  );
};
