import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type ReactNode } from 'react';
import { cx } from '../ui/cx.ts';
import styles from './LongList.module.css';

interface LongListProps<Row> {
  readonly rows: readonly Row[];
  readonly children: (row: Row, index: number) => ReactNode;
  /** Height of an ordinary row in pixels; others are measured. */
  readonly rowHeight: number;
  /** Row to bring into view when `request` changes. */
  readonly scrollTo: { readonly index: number; readonly request: number } | undefined;
  readonly label: string;
  readonly className?: string | undefined;
}

/** Fewer rows than this are all drawn: they can be searched, selected and printed as a whole. */
const drawnWhole = 400;

/** A list with its own scroll, which draws only what can be seen once it is long. */
export const LongList = <Row,>({
  rows,
  children,
  rowHeight,
  scrollTo,
  label,
  className,
}: LongListProps<Row>) => {
  const box = useRef<HTMLDivElement>(null);
  const whole = rows.length <= drawnWhole;
  const list = useVirtualizer({
    count: whole ? 0 : rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 24,
  });

  const request = scrollTo?.request;
  const index = scrollTo?.index;
  useEffect(() => {
    if (request === undefined || request === 0 || index === undefined || index < 0) return;
    if (whole) box.current?.children[index]?.scrollIntoView({ block: 'center' });
    else list.scrollToIndex(index, { align: 'center' });
    // Only a new wish moves the list; what it holds may change without that.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [request]);

  return (
    // A scroll container without anything to focus in it must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div ref={box} className={cx(styles['list'], className)} role="group" aria-label={label} tabIndex={0}>
      {whole ? (
        rows.map((row, at) => <div key={at}>{children(row, at)}</div>)
      ) : (
        <div style={{ height: list.getTotalSize(), position: 'relative' }}>
          {list.getVirtualItems().map((item) => {
            const row = rows[item.index];
            return (
              <div
                key={item.key}
                ref={list.measureElement}
                data-index={item.index}
                className={styles['placed']}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {row === undefined ? null : children(row, item.index)}
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
};
