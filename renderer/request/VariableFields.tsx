import { useMemo, useState, type PointerEvent, type ReactNode, type SyntheticEvent } from 'react';
import { isOpenText } from '../../shared/workspace/secret-spans.ts';
import { completeVariables } from '../ui/completion.ts';
import { cx } from '../ui/cx.ts';
import { VariableHelpContext, type VariableHelp } from '../ui/variable-help.ts';
import styles from './VariableFields.module.css';
import { paintVariables, variableAt } from './variable-marks.tsx';
import { describedVariables, StandingContext, usePlacedVariables, type Standing } from './variable-values.ts';

interface Shown {
  readonly name: string;
  /** In pixels of the window. */
  readonly left: number;
  readonly top: number;
}

const isField = (target: EventTarget): target is HTMLInputElement | HTMLTextAreaElement =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;

/** The marks that are painted behind a field. */
const marksOf = (field: Element): readonly HTMLElement[] => [
  ...(field.closest('[data-painted]')?.querySelectorAll<HTMLElement>('[data-variable]') ?? []),
];

/** Room that is kept for the note at the right edge, in pixels. */
const noteWidth = 360;

/** Shown above everything, dialogs included; no field has it as a neighbour to make room for. */
const openInTopLayer = (note: HTMLElement | null): void => {
  note?.showPopover();
};

const Fields = ({ children }: { readonly children: ReactNode }) => {
  const placed = usePlacedVariables();
  const [shown, setShown] = useState<Shown>();
  const help = useMemo((): VariableHelp => {
    const described = describedVariables(placed);
    const byName = new Map(described.map((one) => [one.name, one]));
    return {
      complete: completeVariables(described),
      paint: (text) => paintVariables(text, (name) => byName.has(name)),
      isOpen: isOpenText,
      describe: (name) => byName.get(name),
    };
  }, [placed]);

  const show = (mark: HTMLElement | undefined): void => {
    const name = mark?.dataset['variable'];
    if (mark === undefined || name === undefined) {
      setShown(undefined);
      return;
    }
    const { left, bottom: top } = mark.getBoundingClientRect();
    setShown((before) =>
      before?.name === name && before.left === left && before.top === top ? before : { name, left, top },
    );
  };
  const atPointer = ({ clientX, clientY, target }: PointerEvent<HTMLElement>): void => {
    const marks = target instanceof Element && isField(target) ? marksOf(target) : [];
    show(
      marks.find((mark) =>
        [...mark.getClientRects()].some(
          ({ left, right, top, bottom }) =>
            left <= clientX && clientX <= right && top <= clientY && clientY <= bottom,
        ),
      ),
    );
  };
  const atCaret = ({ target }: SyntheticEvent<HTMLElement>): void => {
    if (!isField(target)) return;
    const index = variableAt(target.value, target.selectionStart ?? 0);
    show(index === undefined ? undefined : marksOf(target)[index]);
  };
  const hide = (): void => {
    setShown(undefined);
  };

  const described = shown && help.describe(shown.name);
  const value = described === undefined ? `No value for ${shown?.name ?? ''}` : described.shown;
  const told = described?.told ?? 'sent as typed';
  return (
    <VariableHelpContext value={help}>
      <div
        role="presentation"
        className={styles['around']}
        onPointerMove={atPointer}
        onPointerLeave={hide}
        onSelect={atCaret}
        onBlur={hide}
        onScrollCapture={hide}
        onKeyDown={({ key }) => {
          if (key === 'Escape') hide();
        }}
      >
        {children}
        <div role="status" className={styles['said']}>
          {shown !== undefined && `${value} ${told}`}
        </div>
        {shown !== undefined && (
          <div
            ref={openInTopLayer}
            popover="manual"
            aria-hidden="true"
            className={styles['note']}
            style={{
              left: Math.min(shown.left, Math.max(0, window.innerWidth - noteWidth)),
              top: shown.top + 6,
            }}
          >
            <span className={cx(styles['value'], described === undefined && styles['missing'])}>{value}</span>
            <span className={styles['origin']}>{told}</span>
          </div>
        )}
      </div>
    </VariableHelpContext>
  );
};

interface VariableFieldsProps extends Standing {
  readonly children: ReactNode;
}

/**
 * Around fields that take variables: has them completed and marked, and says what one stands for while the pointer is on
 * it or the caret in it.
 */
export const VariableFields = ({ scope, environment, children }: VariableFieldsProps) => {
  const standing = useMemo(() => ({ scope, environment }), [scope, environment]);
  return (
    <StandingContext value={standing}>
      <Fields>{children}</Fields>
    </StandingContext>
  );
};
