import { useRef, useState, type PointerEvent, type ReactNode, type SyntheticEvent } from 'react';
import { cx } from '../ui/cx.ts';
import styles from './VariableNotes.module.css';
import { variableAt } from './variable-marks.tsx';
import { useVariableValues } from './variable-values.ts';

interface Shown {
  readonly name: string;
  /** In pixels, from the left of what is around. */
  readonly left: number;
}

const marksIn = (box: HTMLElement): readonly HTMLElement[] => [
  ...box.querySelectorAll<HTMLElement>('[data-variable]'),
];

/** Says what a variable stands for while the pointer is on it or the caret in it. Around one painted field. */
export const VariableNotes = ({ children }: { readonly children: ReactNode }) => {
  const values = useVariableValues();
  const box = useRef<HTMLDivElement>(null);
  const [shown, setShown] = useState<Shown>();

  const show = (mark: HTMLElement | undefined): void => {
    const name = mark?.dataset['variable'];
    if (mark === undefined || name === undefined) {
      setShown(undefined);
      return;
    }
    const around = box.current?.getBoundingClientRect().left ?? 0;
    const left = Math.max(0, mark.getBoundingClientRect().left - around);
    setShown((before) => (before?.name === name && before.left === left ? before : { name, left }));
  };
  const atPointer = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>): void => {
    show(
      marksIn(currentTarget).find((mark) => {
        const { left, right, top, bottom } = mark.getBoundingClientRect();
        return left <= clientX && clientX <= right && top <= clientY && clientY <= bottom;
      }),
    );
  };
  const atCaret = ({ target, currentTarget }: SyntheticEvent<HTMLElement>): void => {
    if (!(target instanceof HTMLInputElement)) return;
    const index = variableAt(target.value, target.selectionStart ?? 0);
    show(index === undefined ? undefined : marksIn(currentTarget)[index]);
  };
  const hide = (): void => {
    setShown(undefined);
  };

  const value = values.find(({ name }) => name === shown?.name);
  return (
    <div
      ref={box}
      role="presentation"
      className={styles['around']}
      onPointerMove={atPointer}
      onPointerLeave={hide}
      onSelect={atCaret}
      onBlur={hide}
      onKeyDown={({ key }) => {
        if (key === 'Escape') hide();
      }}
    >
      {children}
      <div role="status">
        {shown !== undefined && (
          <div className={styles['note']} style={{ left: shown.left }}>
            <span className={cx(styles['value'], value === undefined && styles['missing'])}>
              {value === undefined ? `No value for ${shown.name}` : value.shown}
            </span>
            <span className={styles['origin']}>{value?.origin ?? 'sent as typed'}</span>
          </div>
        )}
      </div>
    </div>
  );
};
