import { Check } from 'lucide-react';
import { VisuallyHidden } from 'react-aria-components';
import type { Exchange } from '../../shared/exchange/exchange.ts';
import type { Finished } from '../../shared/experiments/propose.ts';
import { exchangesOf } from '../../shared/experiments/result.ts';
import { EvidenceNumbers } from '../exchange/EvidenceNumbers.tsx';
import { exchangeLabel } from '../exchange/exchange-tabs.ts';
import { pillOf } from '../exchange/status-tone.ts';
import { isActive, type Thread } from '../exchange/thread.ts';
import { StatusPill } from '../ui/StatusPill.tsx';
import styles from './ExperimentsView.module.css';

/** "GET api.example.com/v1/me", and how many more there were. */
const sentWords = (exchanges: readonly Exchange[]): string => {
  const [first] = exchanges;
  if (first === undefined) return 'nothing was sent';
  const more = exchanges.length - 1;
  return `${exchangeLabel(first).label}${more === 0 ? '' : ` and ${more} more`}`;
};

/** What the verdict takes from this experiment, as indexes of its evidence. */
const evidenceOf = ({ evidence }: Thread, { experiment }: Finished): readonly number[] =>
  evidence.flatMap(({ place }, index) =>
    place.in === 'experiment' && place.name === experiment.changed ? [index] : [],
  );

const Row = ({ finished, thread }: { readonly finished: Finished; readonly thread: Thread }) => {
  const { experiment, reading, says, result } = finished;
  const exchanges = exchangesOf(result);
  const last = exchanges.at(-1);
  const pill = last === undefined ? undefined : pillOf(last);
  const evidence = evidenceOf(thread, finished);
  return (
    <tr data-active={isActive(thread, evidence) || undefined}>
      <th scope="row">
        <Check aria-hidden="true" />
        {experiment.changed}
        <small>{sentWords(exchanges)}</small>
      </th>
      <td>
        {pill !== undefined && (
          <StatusPill tone={pill.tone} words={!/^\d+$/.test(pill.text)}>
            {pill.text}
          </StatusPill>
        )}
        <small>{reading.answer}</small>
      </td>
      <td>{says}</td>
      <td>
        <EvidenceNumbers evidence={evidence} thread={thread} />
      </td>
    </tr>
  );
};

/** The experiments that were made: what each changed, the answer, and what it says. */
export const DoneTable = ({
  done,
  thread,
}: {
  readonly done: readonly Finished[];
  readonly thread: Thread;
}) => (
  <table className={styles['done']}>
    <caption>
      <VisuallyHidden>Experiments that were made</VisuallyHidden>
    </caption>
    <thead>
      <tr>
        <th scope="col">Changed</th>
        <th scope="col">Answer</th>
        <th scope="col">What it says</th>
        <th scope="col">
          <VisuallyHidden>Evidence</VisuallyHidden>
        </th>
      </tr>
    </thead>
    <tbody>
      {done.map((finished) => (
        <Row key={`${finished.result.id} ${finished.result.atMs}`} finished={finished} thread={thread} />
      ))}
    </tbody>
  </table>
);
