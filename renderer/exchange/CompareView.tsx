import { useMemo } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { compareAttempts, type Cell, type ComparisonRow } from '../../shared/compare/compare.ts';
import { responseOf } from '../../shared/exchange/exchange.ts';
import { cx } from '../ui/cx.ts';
import { AttemptNumber } from '../ui/EvidenceNumber.tsx';
import { StatusPill } from '../ui/StatusPill.tsx';
import { ScrollRegion } from '../ui/ScrollRegion.tsx';
import type { AttemptRecord } from '../state/state.ts';
import styles from './CompareView.module.css';
import { cut } from './segments.ts';
import { lastExchange, pillOfAttempt } from './status-tone.ts';
import { clockTime } from './time-words.ts';
import { TimelineView } from './TimelineView.tsx';

export interface ComparedAttempt {
  /** From 1, as in the switcher. */
  readonly number: number;
  readonly record: AttemptRecord;
}

interface CompareViewProps {
  readonly left: ComparedAttempt;
  readonly right: ComparedAttempt;
  readonly onlyDifferences: boolean;
}

const Head = ({ number, record }: ComparedAttempt) => {
  const pill = pillOfAttempt(record.attempt);
  const last = lastExchange(record.attempt);
  return (
    <th scope="col">
      <span className={styles['attempt']}>
        <AttemptNumber number={number} />
        <StatusPill tone={pill.tone} words={!/^\d+$/.test(pill.text)}>
          {pill.text}
        </StatusPill>
        <b>{last === undefined ? '' : responseOf(last)?.reason}</b>
        <span className={styles['time']}>{clockTime(record.attempt.startedAtMs)}</span>
      </span>
    </th>
  );
};

const Value = ({ cell, side }: { readonly cell: Cell; readonly side: 'before' | 'after' }) => (
  <td>
    {cell.absent === true ? (
      <span className={styles['own']}>{cell.text}</span>
    ) : (
      cut(
        cell.text,
        [],
        cell.marks.map((span) => ({ span, evidence: 0 })),
      ).map((segment, at) =>
        segment.evidence.length === 0 ? (
          <span key={at}>{segment.text}</span>
        ) : (
          <mark key={at} className={cx(styles['differs'], styles[side])}>
            {segment.text}
          </mark>
        ),
      )
    )}
    {cell.note !== undefined && <span className={cx(styles['own'], styles['aside'])}>{cell.note}</span>}
  </td>
);

const Row = ({ row }: { readonly row: ComparisonRow }) => (
  <tr>
    <th scope="row" className={cx(!row.wire && styles['own'])}>
      {row.name}
    </th>
    <Value cell={row.left} side="before" />
    <Value cell={row.right} side="after" />
  </tr>
);

/** Two attempts side by side, and below them what each waited for. */
export const CompareView = ({ left, right, onlyDifferences }: CompareViewProps) => {
  const comparison = useMemo(
    () => compareAttempts(left.record.attempt, right.record.attempt),
    [left.record, right.record],
  );
  const timelines = useMemo(
    () => [left.record.attempt.exchanges, right.record.attempt.exchanges],
    [left.record, right.record],
  );
  return (
    <div className={styles['compare']}>
      <ScrollRegion className={styles['scroll']} label="Differences">
        <table className={styles['table']}>
          <thead>
            <tr>
              <th scope="col">
                <VisuallyHidden>Part</VisuallyHidden>
              </th>
              <Head {...left} />
              <Head {...right} />
            </tr>
          </thead>
          {comparison.sections.map((section) => {
            const rows = section.rows.filter((row) => row.differs || !onlyDifferences);
            return (
              <tbody key={section.title}>
                <tr>
                  <th scope="rowgroup" colSpan={3} className={styles['section']}>
                    <b>{section.title}</b> {section.note}
                  </th>
                </tr>
                {rows.map((row, at) => (
                  <Row key={at} row={row} />
                ))}
              </tbody>
            );
          })}
        </table>
      </ScrollRegion>
      <ScrollRegion className={styles['timeline']} label="What each waited for">
        <TimelineView attempts={timelines} numbers={[left.number, right.number]} />
      </ScrollRegion>
    </div>
  );
};
