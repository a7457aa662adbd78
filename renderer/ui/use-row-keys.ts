import { useEffect, useRef, type RefObject } from 'react';

/** By `KeyboardEvent.key`, what a key does with the row that has the focus; it is told the row's id. */
export type RowKeys = Readonly<Record<string, (id: string) => void>>;

/** Gives the rows of a list or a tree keys of their own. What is typed into a field inside a row stays there. */
export const useRowKeys = (list: RefObject<HTMLElement | null>, keys: RowKeys): void => {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const element = list.current;
    if (element === null) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      const { target } = event;
      if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
      const id = target.dataset['key'];
      const run = latest.current[event.key];
      if (id === undefined || run === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      run(id);
    };
    element.addEventListener('keydown', onKey);
    return () => {
      element.removeEventListener('keydown', onKey);
    };
  });
};
