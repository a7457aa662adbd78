import type { KeyboardEvent, Ref } from 'react';
import { cx } from './cx.ts';
import { FieldFrame, type FieldWords } from './FieldFrame.tsx';
import styles from './TextArea.module.css';

interface TextAreaProps extends FieldWords {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly rows?: number;
  readonly isReadOnly?: boolean;
  readonly autoFocus?: boolean;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly areaRef?: Ref<HTMLTextAreaElement>;
  /** Without an edge of its own: it stands in something that has one. */
  readonly bare?: boolean;
}

export const TextArea = ({
  label,
  labelHidden,
  help,
  error,
  onChange,
  rows = 4,
  isReadOnly = false,
  autoFocus = false,
  areaRef,
  bare = false,
  ...rest
}: TextAreaProps) => (
  <FieldFrame label={label} {...(labelHidden === undefined ? {} : { labelHidden })} help={help} error={error}>
    {({ input, describedBy }) => (
      <textarea
        {...rest}
        ref={areaRef}
        id={input}
        rows={rows}
        className={cx(styles['area'], bare && styles['bare'])}
        readOnly={isReadOnly}
        autoFocus={autoFocus}
        autoComplete="off"
        spellCheck={false}
        aria-invalid={error !== undefined || undefined}
        aria-describedby={describedBy}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    )}
  </FieldFrame>
);
