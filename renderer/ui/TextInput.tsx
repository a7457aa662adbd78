import { useContext, type ClipboardEvent, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import type { Complete } from './completion.ts';
import { CompletingInput } from './CompletingInput.tsx';
import { cx } from './cx.ts';
import { FieldFrame, type FieldWords } from './FieldFrame.tsx';
import styles from './TextInput.module.css';
import { VariableHelpContext } from './variable-help.ts';

export interface TextInputProps extends FieldWords {
  readonly value: string;
  readonly onChange?: (value: string) => void;
  readonly placeholder?: string | undefined;
  /** Bytes and identifiers are set in the wire face; words are not. */
  readonly face?: 'wire' | 'ui';
  readonly size?: 'regular' | 'large';
  /** For a value of a few digits. */
  readonly isShort?: boolean;
  /** What the app filled in: inset, can be selected, not typed in. */
  readonly isReadOnly?: boolean;
  readonly isDisabled?: boolean;
  /** Typed text is drawn as dots. */
  readonly isConcealed?: boolean;
  readonly autoFocus?: boolean;
  /** Draws the same text with marks of its own, with those of variables within; it must not change its width. */
  readonly paint?: ((text: string, variables: (text: string) => ReactNode) => ReactNode) | undefined;
  /** Variables in it are completed and marked, where somebody around it knows them. */
  readonly takesVariables?: boolean;
  /** What it may be completed to while it is typed, in the place of variables. */
  readonly complete?: Complete | undefined;
  readonly start?: ReactNode;
  readonly end?: ReactNode;
  readonly onEnter?: () => void;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
  readonly onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void;
  readonly onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly inputRef?: Ref<HTMLInputElement>;
  readonly type?: 'text' | 'number' | 'search';
}

export const TextInput = ({
  label,
  labelHidden,
  help,
  error,
  value,
  onChange,
  placeholder,
  face = 'wire',
  size = 'regular',
  isShort = false,
  isReadOnly = false,
  isDisabled = false,
  isConcealed = false,
  autoFocus = false,
  paint,
  takesVariables = false,
  complete,
  start,
  end,
  onEnter,
  onFocus,
  onBlur,
  onPaste,
  onKeyDown,
  inputRef,
  type = 'text',
}: TextInputProps) => {
  const variables = useContext(VariableHelpContext);
  const known = takesVariables && !isReadOnly ? variables : undefined;
  const painting =
    paint === undefined ? known?.paint : (text: string) => paint(text, known?.paint ?? (() => undefined));
  return (
    <FieldFrame
      label={label}
      {...(labelHidden === undefined ? {} : { labelHidden })}
      help={help}
      error={error}
    >
      {({ input, describedBy }) => (
        <span
          className={cx(styles['field'], styles[face], styles[size], isShort && styles['short'])}
          data-invalid={error !== undefined || undefined}
          data-readonly={isReadOnly || undefined}
          data-disabled={isDisabled || undefined}
        >
          {start}
          <CompletingInput
            className={styles['input']}
            ref={inputRef}
            complete={complete ?? known?.complete}
            paint={isConcealed ? undefined : painting}
            id={input}
            type={type}
            value={value}
            placeholder={placeholder}
            readOnly={isReadOnly}
            disabled={isDisabled}
            autoFocus={autoFocus}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            aria-invalid={error !== undefined || undefined}
            aria-describedby={describedBy}
            onText={(text) => onChange?.(text)}
            data-concealed={isConcealed || undefined}
            onFocus={onFocus}
            onBlur={onBlur}
            onPaste={onPaste}
            onKeyDown={(event) => {
              onKeyDown?.(event);
              if (event.key === 'Enter' && !event.defaultPrevented && !event.ctrlKey && !event.metaKey)
                onEnter?.();
            }}
          />
          {end}
        </span>
      )}
    </FieldFrame>
  );
};
