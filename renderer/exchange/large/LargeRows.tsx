import { useMemo } from 'react';
import { cx } from '../../ui/cx.ts';
import type { DrawnRow } from './drawn-row.ts';
import type { Form } from './large-body.ts';
import styles from './LargeRows.module.css';
import type { LargeReader } from './large-reader.ts';
import { WindowedRows } from './WindowedRows.tsx';

/** Deeper than this a row is not indented further. */
const deepest = 40;

const Row = ({ row, current }: { readonly row: DrawnRow; readonly current: boolean }) => (
  <code
    className={cx(styles['row'], current && styles['current'])}
    style={{ paddingInlineStart: `${Math.min(row.depth, deepest) * 2}ch` }}
  >
    {row.pieces.map((piece, at) =>
      piece.kind === 'found' ? (
        <mark key={at} className={styles['found']}>
          {piece.text}
        </mark>
      ) : (
        <span key={at} className={styles[piece.kind]}>
          {piece.text}
        </span>
      ),
    )}
  </code>
);

interface LargeRowsProps {
  readonly reader: LargeReader;
  readonly form: Form;
  readonly count: number;
  readonly revealed: boolean;
  /** Changes with what was searched for. */
  readonly search: string;
  /** Row of the place that is gone to, from 0; -1 for none. */
  readonly place: { readonly index: number; readonly request: number };
}

/** A large body as text, or laid out as JSON, row by row. */
export const LargeRows = ({ reader, form, count, revealed, search, place }: LargeRowsProps) => {
  const load = useMemo(
    () => async (from: number, wanted: number) => reader.call('rows', form, from, wanted, revealed),
    [reader, form, revealed],
  );
  return (
    <WindowedRows
      label="Body"
      count={count}
      rowHeight={20}
      source={`${form} ${revealed} ${search}`}
      load={load}
      scrollTo={place}
      className={styles['rows']}
    >
      {(row, index) => <Row row={row} current={index === place.index} />}
    </WindowedRows>
  );
};
