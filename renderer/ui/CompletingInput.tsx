import type { ComponentProps, ReactNode } from 'react';
import type { Complete } from './completion.ts';
import styles from './CompletingInput.module.css';
import { cx } from './cx.ts';
import { useCompletion } from './use-completion.tsx';

interface CompletingInputProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  readonly value: string;
  readonly onText: (text: string) => void;
  /** What it may be completed to; a plain field without. */
  readonly complete?: Complete | undefined;
  /** Draws the same text with marks, or nothing where it needs none; it must not change the place of a letter. */
  readonly paint?: ((text: string) => ReactNode) | undefined;
}

/** A text field of one line that offers what may stand at the caret, and marks what stands in it. */
export const CompletingInput = ({
  value,
  onText,
  complete,
  paint,
  className,
  onKeyDown,
  onBlur,
  onScroll,
  ...input
}: CompletingInputProps) => {
  const completion = useCompletion({ complete, value, onText });
  const painted = value === '' ? undefined : paint?.(value);
  return (
    <span className={styles['box']} data-painted={painted !== undefined || undefined}>
      {painted !== undefined && (
        <span className={cx(className, styles['painted'])} aria-hidden="true">
          <span>{painted}</span>
        </span>
      )}
      <input
        {...input}
        className={cx(className, styles['input'])}
        value={value}
        {...completion.attributes}
        onChange={(event) => {
          onText(event.target.value);
          completion.look(event.target);
        }}
        onScroll={(event) => {
          // The copy goes along when the text is longer than the field.
          const copy = event.currentTarget.previousElementSibling;
          if (copy !== null) copy.scrollLeft = event.currentTarget.scrollLeft;
          onScroll?.(event);
        }}
        onKeyDown={(event) => {
          if (completion.handles(event)) {
            event.preventDefault();
            event.stopPropagation();
          } else onKeyDown?.(event);
        }}
        onBlur={(event) => {
          completion.close();
          onBlur?.(event);
        }}
      />
      {completion.list}
    </span>
  );
};
