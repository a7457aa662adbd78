import { useEffect, useId, useMemo, useState, type KeyboardEvent } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { copyPath } from '../copy-path.ts';
import { JsonFilter } from '../JsonFilter.tsx';
import type { JsonRow } from '../json-rows.ts';
import { JsonLine } from '../JsonLine.tsx';
import styles from '../JsonTree.module.css';
import type { LargeReader } from './large-reader.ts';
import { useLargeFilter } from './use-large-filter.ts';
import { WindowedRows } from './WindowedRows.tsx';

type Line = Omit<JsonRow, 'path'> & { readonly row?: number; readonly path?: string };

/** A large JSON body as a tree. What is open is known to the worker; the filter reads the body into values there. */
export const LargeTreeView = ({
  reader,
  revealed,
}: {
  readonly reader: LargeReader;
  readonly revealed: boolean;
}) => {
  const [count, setCount] = useState(0);
  const [turns, setTurns] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [chosenLine, setChosenLine] = useState<Line>();
  const [filter, setFilter] = useState('');
  const treeId = useId();
  const filtered = useLargeFilter(reader, filter, revealed);
  useEffect(() => {
    void reader.call('treeCount').then(setCount);
  }, [reader]);
  const { rows } = filtered;
  const load = useMemo(
    () =>
      async (from: number, wanted: number): Promise<readonly Line[]> =>
        rows === undefined
          ? reader.call('treeRows', from, wanted, revealed)
          : rows.slice(from, from + wanted),
    [reader, revealed, rows],
  );
  const total = rows?.length ?? count;
  const at = Math.min(chosen, total - 1);
  const source = `${turns} ${revealed} ${rows === undefined ? '' : filter}`;

  const turn = async (line: Line): Promise<void> => {
    if (line.row === undefined || line.isOpen === undefined) return;
    setCount(await reader.call('turn', line.row));
    setTurns(turns + 1);
  };
  const copy = async (line: Line): Promise<void> => {
    const path = line.path ?? (line.row === undefined ? undefined : await reader.call('pathOf', line.row));
    if (path !== undefined) await copyPath(path);
  };
  const choose = async (index: number): Promise<void> => {
    const next = Math.max(0, Math.min(total - 1, index));
    setChosen(next);
    setChosenLine((await load(next, 1))[0]);
  };
  const act = async (key: string): Promise<void> => {
    const line = chosenLine ?? (await load(at, 1))[0];
    if (line === undefined) return;
    if (key === 'Enter') await copy(line);
    else if (key === ' ') await turn(line);
    else if (key === 'ArrowRight' && line.isOpen === false) await turn(line);
    else if (key === 'ArrowLeft' && line.isOpen === true) await turn(line);
    else await choose(key === 'ArrowRight' ? at + 1 : at - 1);
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: total - 1,
    };
    const next = moves[event.key];
    if (next !== undefined) void choose(next);
    else if (['Enter', ' ', 'ArrowRight', 'ArrowLeft'].includes(event.key)) void act(event.key);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  return (
    <div className={styles['pane']}>
      <JsonFilter
        filter={filter}
        found={rows?.length}
        problem={filtered.problem}
        busy={filtered.busy}
        onFilter={(typed) => {
          setFilter(typed);
          setChosen(0);
          setChosenLine(undefined);
        }}
      />
      {total === 0 && rows !== undefined && filtered.problem === undefined && (
        <EmptyState>Nothing in the body fits this filter.</EmptyState>
      )}
      {total === 0 && rows === undefined && <Notice tone="neutral">The body is being read.</Notice>}
      {total > 0 && (
        <WindowedRows
          label="Body as a tree"
          count={total}
          rowHeight={24}
          source={source}
          load={load}
          scrollTo={{ index: at, request: chosen }}
          tree={{ activeId: `${treeId}-${at}` }}
          onKey={onKey}
          className={styles['tree']}
        >
          {(line, index) => (
            // The tree around it has the keys for all of them.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              id={`${treeId}-${index}`}
              role="treeitem"
              aria-level={line.depth + 1}
              aria-selected={index === at}
              {...(line.isOpen === undefined ? {} : { 'aria-expanded': line.isOpen })}
              className={styles['item']}
              onClick={() => {
                setChosen(index);
                setChosenLine(line);
                void turn(line);
              }}
              onDoubleClick={() => void copy(line)}
            >
              <JsonLine line={line} chosen={index === at} />
            </div>
          )}
        </WindowedRows>
      )}
    </div>
  );
};
