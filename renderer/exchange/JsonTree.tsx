import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { EmptyState } from '../ui/EmptyState.tsx';
import { copyPath } from './copy-path.ts';
import { JsonFilter } from './JsonFilter.tsx';
import { JsonLine } from './JsonLine.tsx';
import { foundRows, jsonRows, type JsonRow } from './json-rows.ts';
import styles from './JsonTree.module.css';
import { LongTree } from './LongTree.tsx';
import { useJsonFilter } from './use-json-filter.ts';

interface JsonTreeProps {
  readonly value: unknown;
  readonly revealed: boolean;
}

/** A value as a tree: arrows open and close, Enter copies the path, a filter finds by words or by JSONPath. */
export const JsonTree = ({ value, revealed }: JsonTreeProps) => {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [filter, setFilter] = useState('');
  const [chosen, setChosen] = useState(0);
  const treeId = useId();
  const { found, problem } = useJsonFilter(value, filter);
  const rows = useMemo(
    () =>
      found === undefined ? jsonRows(value, { depth: 2, turned }, revealed) : foundRows(found, revealed),
    [value, turned, revealed, found],
  );
  const at = Math.min(chosen, rows.length - 1);

  const turn = (row: JsonRow): void => {
    const next = new Set(turned);
    if (!next.delete(row.path)) next.add(row.path);
    setTurned(next);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[at];
    if (row === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    const parent = rows.slice(0, at).findLastIndex(({ depth }) => depth < row.depth);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => setChosen(Math.min(at + 1, rows.length - 1)),
      ArrowUp: () => setChosen(Math.max(at - 1, 0)),
      Home: () => setChosen(0),
      End: () => setChosen(rows.length - 1),
      ArrowRight: () => (row.isOpen === false ? turn(row) : setChosen(Math.min(at + 1, rows.length - 1))),
      ArrowLeft: () => (row.isOpen === true ? turn(row) : setChosen(Math.max(parent, 0))),
      Enter: () => void copyPath(row.path),
      ' ': () => row.isOpen !== undefined && turn(row),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  };

  return (
    <div className={styles['pane']}>
      <JsonFilter
        filter={filter}
        found={found?.length}
        problem={problem}
        onFilter={(typed) => {
          setFilter(typed);
          setChosen(0);
        }}
      />
      {rows.length === 0 ? (
        <EmptyState>Nothing in the body fits this filter.</EmptyState>
      ) : (
        <LongTree
          id={treeId}
          label="Body as a tree"
          rows={rows}
          chosen={at}
          onKeyDown={onKeyDown}
          onPress={(row, index) => {
            setChosen(index);
            if (row.isOpen !== undefined) turn(row);
          }}
          onDoublePress={(row) => void copyPath(row.path)}
          className={styles['tree']}
        >
          {(row, index) => <JsonLine line={row} chosen={index === at} />}
        </LongTree>
      )}
    </div>
  );
};
