import { Button } from 'react-aria-components';
import { AttemptNumber } from '../ui/EvidenceNumber.tsx';
import { StatusPill } from '../ui/StatusPill.tsx';
import { cx } from '../ui/cx.ts';
import { purposeWords } from './exchange-tabs.ts';
import { durationWords } from './measures.ts';
import { pillOf } from './status-tone.ts';
import { barsInWords, ticksOf, timelineEnd, type TimelineRow } from './timeline.ts';
import styles from './TimelineView.module.css';

export interface TimelineRowsProps {
  readonly rows: readonly TimelineRow[];
  /** Number of the attempt that a row belongs to, where several are shown. */
  readonly numberOf: (row: TimelineRow) => number | undefined;
  /** The row of which the facts are told. */
  readonly told: TimelineRow | undefined;
  readonly onTell: (row: TimelineRow) => void;
  /** Goes to the exchange; absent where one cannot. */
  readonly onChoose: ((exchangeId: string) => void) | undefined;
}

const tickWords = (ms: number, last: boolean, seconds: boolean): string =>
  `${seconds ? ms / 1000 : ms}${last ? `\u00a0${seconds ? 's' : 'ms'}` : ''}`;

const Track = ({
  row,
  end,
  steps,
}: {
  readonly row: TimelineRow;
  readonly end: number;
  readonly steps: number;
}) => (
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
);

const What = ({ row, number }: { readonly row: TimelineRow; readonly number: number | undefined }) => {
  const pill = pillOf(row.exchange);
  const purpose = purposeWords[row.exchange.purpose];
  return (
    <span className={styles['what']}>
      {number !== undefined && <AttemptNumber number={number} />}
      <span className={styles['target']}>
        <span className={styles['method']}>{row.method}</span> {row.target}
      </span>
      {purpose !== '' && <span className={styles['purpose']}>{purpose}</span>}
      <StatusPill tone={pill.tone} words={row.exchange.outcome.kind === 'failed'}>
        {pill.text}
      </StatusPill>
    </span>
  );
};

/** A row for each exchange, their phases as bars on one axis. */
export const TimelineChart = ({ rows, numberOf, told, onTell, onChoose }: TimelineRowsProps) => {
  const ticks = ticksOf(timelineEnd(rows));
  const end = ticks.at(-1) ?? 1;
  return (
    <>
      <ol className={styles['fall']}>
        {rows.map((row) => (
          <li
            key={`${row.attempt ?? ''}${row.exchange.id}`}
            className={cx(styles['row'], told === row && rows.length > 1 && styles['told'])}
          >
            <What row={row} number={numberOf(row)} />
            <Track row={row} end={end} steps={ticks.length - 1} />
            <span className={styles['total']}>{durationWords(row.totalMs)}</span>
            {onChoose !== undefined && (
              <Button
                className={styles['go'] ?? ''}
                aria-label={`Go to ${row.method} ${row.target}`}
                onFocus={() => {
                  onTell(row);
                }}
                onHoverStart={() => {
                  onTell(row);
                }}
                onPress={() => {
                  onChoose(row.exchange.id);
                }}
              />
            )}
          </li>
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
    </>
  );
};
