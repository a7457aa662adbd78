import { useMemo } from 'react';
import type { Exchange } from '../../shared/exchange/exchange.ts';
import { AttemptNumber } from '../ui/EvidenceNumber.tsx';
import { StatusPill } from '../ui/StatusPill.tsx';
import { durationWords } from './measures.ts';
import { pillOf } from './status-tone.ts';
import {
  barsInWords,
  phaseWords,
  ticksOf,
  timelineEnd,
  timelineRows,
  type Phase,
  type TimelineRow,
} from './timeline.ts';
import styles from './TimelineView.module.css';

interface TimelineViewProps {
  /** Exchanges of each attempt that is shown. */
  readonly attempts: readonly (readonly Exchange[])[];
  /** Number of the first attempt and so on, where several are shown. */
  readonly numbers?: readonly number[];
}

const phases: readonly Phase[] = ['connect', 'tls', 'wait', 'receive'];

const tickWords = (ms: number, last: boolean, seconds: boolean): string =>
  `${seconds ? ms / 1000 : ms}${last ? `\u00a0${seconds ? 's' : 'ms'}` : ''}`;

const Row = ({
  row,
  number,
  end,
  steps,
}: {
  readonly row: TimelineRow;
  readonly number: number | undefined;
  readonly end: number;
  readonly steps: number;
}) => {
  const pill = pillOf(row.exchange);
  return (
    <li className={styles['row']}>
      <span className={styles['what']}>
        {number !== undefined && <AttemptNumber number={number} />}
        <span className={styles['target']}>
          <span className={styles['method']}>{row.method}</span> {row.target}
        </span>
        <StatusPill tone={pill.tone} words={row.exchange.outcome.kind === 'failed'}>
          {pill.text}
        </StatusPill>
      </span>
      <span
        className={styles['track']}
        style={{ backgroundSize: `${100 / steps}% 100%` }}
        role="img"
        aria-label={barsInWords(row, durationWords)}
      >
        {row.bars.map(({ phase, from, to }) => (
          <i
            key={phase}
            className={styles[phase]}
            style={{ left: `${(from / end) * 100}%`, width: `max(1px, ${((to - from) / end) * 100}%)` }}
          />
        ))}
      </span>
      <span className={styles['total']}>{durationWords(row.totalMs)}</span>
    </li>
  );
};

/** When each exchange began and what it waited for. Setting up a connection is thin, the answer is thick. */
export const TimelineView = ({ attempts, numbers }: TimelineViewProps) => {
  const rows = useMemo(() => timelineRows(attempts), [attempts]);
  const ticks = ticksOf(timelineEnd(rows));
  const end = ticks.at(-1) ?? 1;
  return (
    <section className={styles['timeline']} aria-label="Timeline">
      <header className={styles['head']}>
        <h2>Timeline</h2>
        <ul className={styles['legend']}>
          {phases.map((phase) => (
            <li key={phase}>
              <i className={styles[phase]} aria-hidden="true" /> {phaseWords[phase]}
            </li>
          ))}
        </ul>
      </header>
      <ol className={styles['fall']}>
        {rows.map((row) => (
          <Row
            key={`${row.attempt ?? ''}${row.exchange.id}`}
            row={row}
            number={row.attempt === undefined ? undefined : numbers?.[row.attempt - 1]}
            end={end}
            steps={ticks.length - 1}
          />
        ))}
      </ol>
      <div className={styles['axis']} aria-hidden="true">
        <span className={styles['scale']}>
          {ticks.map((tick, at) => (
            <span key={tick} style={{ left: `${(tick / end) * 100}%` }}>
              {tickWords(tick, at === ticks.length - 1, end >= 5_000)}
            </span>
          ))}
        </span>
      </div>
    </section>
  );
};
