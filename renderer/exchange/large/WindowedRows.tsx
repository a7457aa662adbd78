import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { cx } from '../../ui/cx.ts';
import { useRowWindow } from './use-row-window.ts';
import { rowAtTop, rowsOfKey, scrollOf, scrollTopOf } from './window-of-rows.ts';
import styles from './WindowedRows.module.css';

export interface WindowedRowsProps<Row> {
  readonly label: string;
  readonly count: number;
  readonly rowHeight: number;
  /** Names of what the rows are: another one asks for them anew. */
  readonly source: string;
  readonly load: (from: number, count: number) => Promise<readonly Row[]>;
  readonly children: (row: Row, index: number) => ReactNode;
  /** Row to bring into view when `request` changes. */
  readonly scrollTo?: { readonly index: number; readonly request: number };
  /** A tree has one row that the keys act on. */
  readonly tree?: { readonly activeId: string };
  /** Answers whether the key was taken. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
  readonly className?: string | undefined;
}

/** Millions of rows of one height, of which only those are known that can be seen. */
export const WindowedRows = <Row,>({
  label,
  count,
  rowHeight,
  source,
  load,
  children,
  scrollTo,
  tree,
  onKey,
  className,
}: WindowedRowsProps<Row>) => {
  const box = useRef<HTMLDivElement>(null);
  const placed = useRef(-1);
  const [boxHeight, setBoxHeight] = useState(0);
  const [top, setTop] = useState(0);
  const scroll = scrollOf(count, rowHeight, boxHeight);
  const visible = Math.ceil(boxHeight / rowHeight) + 1;
  const first = Math.floor(Math.min(top, scroll.last));
  const rowOf = useRowWindow(first, visible, count, source, load);

  const moveTo = (row: number): void => {
    const next = Math.max(0, Math.min(scroll.last, row));
    setTop(next);
    if (box.current === null) return;
    box.current.scrollTop = scrollTopOf(scroll, next, rowHeight, boxHeight);
    placed.current = box.current.scrollTop;
  };
  const move = useRef(moveTo);
  move.current = moveTo;
  const current = useRef({ top, scroll });
  current.current = { top, scroll };

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    setBoxHeight(element.clientHeight);
    const sizes = new ResizeObserver(() => setBoxHeight(element.clientHeight));
    sizes.observe(element);
    // A wheel moves by rows where the scrollbar's pixel is many of them.
    const wheel = (event: WheelEvent): void => {
      if (!current.current.scroll.isScaled || event.deltaY === 0 || event.ctrlKey) return;
      event.preventDefault();
      move.current(current.current.top + event.deltaY / rowHeight);
    };
    element.addEventListener('wheel', wheel, { passive: false });
    return () => {
      sizes.disconnect();
      element.removeEventListener('wheel', wheel);
    };
  }, [rowHeight]);

  useEffect(() => {
    if (scrollTo === undefined || scrollTo.request === 0 || scrollTo.index < 0) return;
    const shown = scrollTo.index >= top + 1 && scrollTo.index <= top + boxHeight / rowHeight - 2;
    if (!shown) moveTo(scrollTo.index - boxHeight / rowHeight / 2);
    // Only a new wish moves the list.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [scrollTo?.request]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey || onKey?.(event) === true) return;
    const rows = rowsOfKey(event.key, boxHeight / rowHeight);
    if (rows === undefined) return;
    event.preventDefault();
    moveTo(top + rows);
  };

  const drawn = Array.from({ length: Math.max(0, Math.min(visible, count - first)) }, (_, at) => first + at);
  return (
    // A scroll container without anything to focus in it must be reachable by keyboard; its role is one of two.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div
      ref={box}
      role={tree === undefined ? 'group' : 'tree'}
      aria-label={label}
      aria-activedescendant={tree?.activeId}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      className={cx(styles['box'], className)}
      onKeyDown={onKeyDown}
      onScroll={(event) => {
        const { scrollTop } = event.currentTarget;
        if (scrollTop === placed.current) return;
        placed.current = -1;
        setTop(rowAtTop(scroll, scrollTop, rowHeight, boxHeight));
      }}
    >
      <div role="presentation" style={{ height: scroll.height }}>
        <div role="presentation" className={styles['view']} style={{ height: boxHeight }}>
          <div
            role="presentation"
            className={styles['rows']}
            style={{ transform: `translateY(${(first - Math.min(top, scroll.last)) * rowHeight}px)` }}
          >
            {drawn.map((index) => {
              const row = rowOf(index);
              return (
                <div key={index} role="presentation" className={styles['row']} style={{ height: rowHeight }}>
                  {row === undefined ? null : children(row, index)}
                </div>
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
};
