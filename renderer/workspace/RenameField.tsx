import { useEffect, useRef, useState } from 'react';
import styles from './RenameField.module.css';

/** Where the name stands that is typed anew, in CSS pixels of the window. */
export interface RenamedPlace {
  readonly id: string;
  readonly name: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** Where a row of a list has its name; `undefined` where it is not in sight. */
export const placeOfName = (list: HTMLElement, id: string, nameClass: string): RenamedPlace | undefined => {
  const row = list.querySelector(`[data-key="${CSS.escape(id)}"]`);
  const name = row?.getElementsByClassName(nameClass)[0];
  if (row === null || name === undefined) return undefined;
  const [box, rowBox] = [name.getBoundingClientRect(), row.getBoundingClientRect()];
  return {
    id,
    name: name.textContent,
    left: box.left - 5,
    top: rowBox.top + 2,
    width: rowBox.right - box.left,
  };
};

interface RenameFieldProps {
  readonly place: RenamedPlace;
  /** The new name; `undefined` where it stays as it is. */
  readonly onDone: (name: string | undefined) => void;
}

/** A name that is typed in its place. Enter keeps it, Escape does not; it lies above the list, whose keys are not its. */
export const RenameField = ({ place, onDone }: RenameFieldProps) => {
  const [typed, setTyped] = useState(place.name);
  const input = useRef<HTMLInputElement>(null);
  const isDone = useRef(false);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const finish = (name: string | undefined): void => {
    if (isDone.current) return;
    isDone.current = true;
    const trimmed = name?.trim();
    onDone(trimmed === '' || trimmed === place.name ? undefined : trimmed);
  };
  return (
    <input
      ref={input}
      aria-label={`New name of ${place.name}`}
      className={styles['field']}
      style={{ left: place.left, top: place.top, width: place.width }}
      value={typed}
      spellCheck={false}
      onChange={(event) => {
        setTyped(event.target.value);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish(typed);
        if (event.key === 'Escape') {
          event.preventDefault();
          finish(undefined);
        }
      }}
      onBlur={() => {
        finish(typed);
      }}
    />
  );
};
