import type { ReactNode } from 'react';
import { FieldFrame, type FieldWords } from './FieldFrame.tsx';
import styles from './LinesInput.module.css';

export interface LinesInputProps extends FieldWords {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  /** Its height while it holds less. */
  readonly rows?: number;
  /** Draws the same text with marks; it must not change the place of a letter. */
  readonly paint?: ((text: string) => ReactNode) | undefined;
  /** Typed text is drawn as dots; its line breaks stay. */
  readonly isConcealed?: boolean;
  /** Small buttons at the upper right. */
  readonly end?: ReactNode;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
}

/** As many letters in as many lines, so that the copy is as high and says nothing. */
const concealed = (text: string): string => text.replace(/[^\n]/g, '•');

/** Bytes of several lines, such as JSON or a key in PEM form. It grows with what it holds, up to a screenful. */
export const LinesInput = ({
  label,
  labelHidden,
  help,
  error,
  value,
  onChange,
  placeholder,
  rows = 3,
  paint,
  isConcealed = false,
  end,
  onFocus,
  onBlur,
}: LinesInputProps) => (
  <FieldFrame label={label} {...(labelHidden === undefined ? {} : { labelHidden })} help={help} error={error}>
    {({ input, describedBy }) => (
      <div className={styles['lines']} data-invalid={error !== undefined || undefined}>
        <div className={styles['box']} data-painted={paint !== undefined || undefined}>
          {/* The copy makes the height: a last empty line needs something to stand in it. */}
          <pre className={styles['copy']} aria-hidden="true">
            {paint === undefined ? concealed(value) : paint(value)}
            {'\u200b'}
          </pre>
          <textarea
            id={input}
            className={styles['area']}
            rows={rows}
            value={value}
            placeholder={placeholder}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            data-concealed={isConcealed || undefined}
            aria-invalid={error !== undefined || undefined}
            aria-describedby={describedBy}
            onChange={(event) => {
              onChange(event.target.value);
            }}
            onFocus={onFocus}
            onBlur={onBlur}
          />
        </div>
        {end !== undefined && <div className={styles['end']}>{end}</div>}
      </div>
    )}
  </FieldFrame>
);
