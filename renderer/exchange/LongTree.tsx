import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import type { JsonRow } from './json-rows.ts';
import { cx } from '../ui/cx.ts';
import styles from './LongList.module.css';

interface LongTreeProps {
  readonly id: string;
  readonly label: string;
  readonly rows: readonly JsonRow[];
  readonly chosen: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onPress: (row: JsonRow, index: number) => void;
  readonly onDoublePress: (row: JsonRow) => void;
  readonly className?: string | undefined;
  readonly children: (row: JsonRow, index: number) => ReactNode;
}

const rowHeight = 24;

/** A tree that draws only what can be seen. One stop for Tab; the chosen row is named to screen readers. */
export const LongTree = ({
  id,
  label,
  rows,
  chosen,
  onKeyDown,
  onPress,
  onDoublePress,
  className,
  children,
}: LongTreeProps) => {
  const box = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 24,
  });
  useEffect(() => {
    list.scrollToIndex(chosen);
    // Only another choice moves the list.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [chosen]);
  return (
    <div
      ref={box}
      role="tree"
      aria-label={label}
      aria-activedescendant={`${id}-${chosen}`}
      tabIndex={0}
      className={cx(styles['list'], className)}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: list.getTotalSize(), position: 'relative' }}>
        {list.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            // The tree around it has the keys for all of them.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={item.key}
              id={`${id}-${item.index}`}
              role="treeitem"
              aria-level={row.depth + 1}
              aria-selected={item.index === chosen}
              {...(row.isOpen === undefined ? {} : { 'aria-expanded': row.isOpen })}
              onClick={() => {
                onPress(row, item.index);
              }}
              onDoubleClick={() => {
                onDoublePress(row);
              }}
              className={styles['placed']}
              style={{ transform: `translateY(${item.start}px)`, height: rowHeight }}
            >
              {children(row, item.index)}
            </div>
          );
        })}
      </div>
    </div>
  );
};
