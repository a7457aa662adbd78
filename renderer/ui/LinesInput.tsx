import { useContext, type ReactNode } from 'react';
import { FieldFrame, type FieldWords } from './FieldFrame.tsx';
import styles from './LinesInput.module.css';
import { useCompletion } from './use-completion.tsx';
import { VariableHelpContext } from './variable-help.ts';

export interface LinesInputProps extends FieldWords {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string | undefined;
  /** Its height while it holds less. */
  readonly rows?: number;
  /** Variables in it are completed and marked, where somebody around it knows them. */
  readonly takesVariables?: boolean;
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
  takesVariables = false,
  isConcealed = false,
  end,
  onFocus,
  onBlur,
}: LinesInputProps) => {
  const variables = useContext(VariableHelpContext);
  const known = takesVariables ? variables : undefined;
  const completion = useCompletion({ complete: known?.complete, value, onText: onChange });
  const painted = isConcealed || value === '' ? undefined : known?.paint(value);
  return (
    <FieldFrame
      label={label}
      {...(labelHidden === undefined ? {} : { labelHidden })}
      help={help}
      error={error}
    >
      {({ input, describedBy }) => (
        <div className={styles['lines']} data-invalid={error !== undefined || undefined}>
          <div className={styles['box']} data-painted={painted !== undefined || undefined}>
            {/* The copy makes the height: a last empty line needs something to stand in it. */}
            <pre className={styles['copy']} aria-hidden="true">
              {painted ?? concealed(value)}
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
              {...completion.attributes}
              data-concealed={isConcealed || undefined}
              aria-invalid={error !== undefined || undefined}
              aria-describedby={describedBy}
              onChange={(event) => {
                onChange(event.target.value);
                completion.look(event.target);
              }}
              onKeyDown={(event) => {
                if (!completion.handles(event)) return;
                event.preventDefault();
                event.stopPropagation();
              }}
              onFocus={onFocus}
              onBlur={() => {
                completion.close();
                onBlur?.();
              }}
            />
            {completion.list}
          </div>
          {end !== undefined && <div className={styles['end']}>{end}</div>}
        </div>
      )}
    </FieldFrame>
  );
};
