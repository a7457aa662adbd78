import { useMemo, useState } from 'react';
import type { Exchange } from '../../shared/exchange/exchange.ts';
import { SegmentedControl } from '../ui/SegmentedControl.tsx';
import { rowFacts } from './timeline-facts.ts';
import { phaseWords, timelineRows, type Phase, type TimelineRow } from './timeline.ts';
import { TimelineChart } from './TimelineChart.tsx';
import { TimelineTable } from './TimelineTable.tsx';
import styles from './TimelineView.module.css';

interface TimelineViewProps {
  /** Exchanges of each attempt that is shown. */
  readonly attempts: readonly (readonly Exchange[])[];
  /** Number of the first attempt and so on, where several are shown. */
  readonly numbers?: readonly number[];
  /** Id of the exchange that the other tabs show. */
  readonly current?: string;
  /** Goes to an exchange. */
  readonly onChoose?: (exchangeId: string) => void;
}

/** Ink is bytes on their way, whichever way. */
const legend: readonly { readonly phase: Phase; readonly words: string }[] = [
  { phase: 'dns', words: phaseWords.dns },
  { phase: 'connect', words: phaseWords.connect },
  { phase: 'tls', words: phaseWords.tls },
  { phase: 'wait', words: phaseWords.wait },
  { phase: 'receive', words: `${phaseWords.send}, ${phaseWords.receive}` },
];

const Legend = () => (
  <ul className={styles['legend']} aria-label="Phases">
    {legend.map(({ phase, words }) => (
      <li key={phase}>
        <i className={styles[phase]} aria-hidden="true" /> {words}
      </li>
    ))}
  </ul>
);

type Look = 'chart' | 'table';

/** When each exchange began and what it waited for. Setting up a connection is thin, the answer is thick. */
export const TimelineView = ({ attempts, numbers, current, onChoose }: TimelineViewProps) => {
  const rows = useMemo(() => timelineRows(attempts), [attempts]);
  const [look, setLook] = useState<Look>('chart');
  const [pointedAt, pointAt] = useState<TimelineRow>();
  const told = rows.find((row) => row === pointedAt) ?? rows.find(({ exchange }) => exchange.id === current);
  const common = {
    rows,
    numberOf: ({ attempt }: TimelineRow) => (attempt === undefined ? undefined : numbers?.[attempt - 1]),
    onChoose,
  };
  return (
    <section className={styles['timeline']} aria-label="Timeline">
      <header className={styles['head']}>
        <h2>Timeline</h2>
        {look === 'chart' && <Legend />}
        <span className={styles['look']}>
          <SegmentedControl
            label="Timeline as"
            segments={[
              { id: 'chart', label: 'Chart' },
              { id: 'table', label: 'Table' },
            ]}
            value={look}
            onChange={setLook}
          />
        </span>
      </header>
      {look === 'table' ? (
        <TimelineTable {...common} />
      ) : (
        <>
          <TimelineChart {...common} told={told} onTell={pointAt} />
          {told !== undefined && (
            <ul className={styles['facts']} aria-label={`${told.method} ${told.target}`}>
              {rowFacts(told).map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          )}
        </>
      )}
    </section>
  );
};
