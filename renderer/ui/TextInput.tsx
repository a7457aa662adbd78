import { useRef, type ClipboardEvent, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import type { Complete } from './completion.ts';
import { CompletingInput } from './CompletingInput.tsx';
import { cx } from './cx.ts';
import { FieldFrame, type FieldWords } from './FieldFrame.tsx';
import styles from './TextInput.module.css';

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
  /** Draws the same text with marks; it must not change its width. */
  readonly paint?: ((text: string) => ReactNode) | undefined;
  /** What it may be completed to while it is typed. */
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

/** Keeps the painted copy under the text while the field scrolls. */
const Painted = ({ text, paint }: { readonly text: string; readonly paint: (text: string) => ReactNode }) => (
  <span className={styles['painted']} aria-hidden="true">
    <span>{paint(text)}</span>
  </span>
);

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
  const box = useRef<HTMLSpanElement>(null);
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
          <span className={styles['text']} ref={box} data-painted={paint !== undefined || undefined}>
            {paint !== undefined && value !== '' && <Painted text={value} paint={paint} />}
            <CompletingInput
              ref={inputRef}
              complete={complete}
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
              onScroll={(event) => {
                const copy = box.current?.firstElementChild;
                if (copy instanceof HTMLElement && copy !== event.currentTarget) {
                  copy.scrollLeft = event.currentTarget.scrollLeft;
                }
              }}
              onKeyDown={(event) => {
                onKeyDown?.(event);
                if (event.key === 'Enter' && !event.defaultPrevented && !event.ctrlKey && !event.metaKey)
                  onEnter?.();
              }}
            />
          </span>
          {end}
        </span>
      )}
    </FieldFrame>
  );
};
