import { Check } from 'lucide-react';
import { VisuallyHidden } from 'react-aria-components';
import type { Exchange } from '../../shared/exchange/exchange.ts';
import type { Finished } from '../../shared/experiments/propose.ts';
import { exchangesOf } from '../../shared/experiments/result.ts';
import { exchangeLabel } from '../exchange/exchange-tabs.ts';
import { pillOf } from '../exchange/status-tone.ts';
import { StatusPill } from '../ui/StatusPill.tsx';
import styles from './ExperimentsView.module.css';

/** "GET api.example.com/v1/me", and how many more there were. */
const sentWords = (exchanges: readonly Exchange[]): string => {
  const [first] = exchanges;
  if (first === undefined) return 'nothing was sent';
  const more = exchanges.length - 1;
  return `${exchangeLabel(first).label}${more === 0 ? '' : ` and ${more} more`}`;
};

const Row = ({ finished }: { readonly finished: Finished }) => {
  const { experiment, reading, says, result } = finished;
  const exchanges = exchangesOf(result);
  const last = exchanges.at(-1);
  const pill = last === undefined ? undefined : pillOf(last);
  return (
    <tr>
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
    </tr>
  );
};

/** The experiments that were made: what each changed, the answer, and what it says. */
export const DoneTable = ({ done }: { readonly done: readonly Finished[] }) => (
  <table className={styles['done']}>
    <caption>
      <VisuallyHidden>Experiments that were made</VisuallyHidden>
    </caption>
    <thead>
      <tr>
        <th scope="col">Changed</th>
        <th scope="col">Answer</th>
        <th scope="col">What it says</th>
      </tr>
    </thead>
    <tbody>
      {done.map((finished) => (
        <Row key={`${finished.result.id} ${finished.result.atMs}`} finished={finished} />
      ))}
    </tbody>
  </table>
);
