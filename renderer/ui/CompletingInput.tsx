import { useId, useRef, useState, type ComponentProps, type KeyboardEvent } from 'react';
import type { Choice, Complete, Completion } from './completion.ts';
import { choiceId, CompletionList } from './CompletionList.tsx';

interface CompletingInputProps extends Omit<ComponentProps<'input'>, 'onChange' | 'value'> {
  readonly value: string;
  readonly onText: (text: string) => void;
  /** What it may be completed to; a plain field without. */
  readonly complete?: Complete | undefined;
}

/**
 * A text field that offers what may stand at the caret while it is typed. Up and Down move, Enter puts in, Escape closes,
 * Down or Ctrl+Space asks where nothing is offered; Tab leaves the field, as everywhere.
 */
export const CompletingInput = ({
  value,
  onText,
  complete,
  onKeyDown,
  onBlur,
  ...input
}: CompletingInputProps) => {
  const field = useRef<HTMLInputElement>(null);
  const list = useId();
  const [open, setOpen] = useState<Completion>();
  const [active, setActive] = useState(0);

  const look = (element: HTMLInputElement, asked = false): boolean => {
    field.current = element;
    const found = complete?.(element.value, element.selectionStart ?? element.value.length, asked);
    setOpen(found);
    setActive(0);
    return found !== undefined;
  };
  const close = (): void => {
    setOpen(undefined);
  };
  const choose = ({ insert }: Choice): void => {
    if (open === undefined) return;
    onText(value.slice(0, open.from) + insert + value.slice(open.to));
    close();
    const caret = open.from + insert.length;
    requestAnimationFrame(() => field.current?.setSelectionRange(caret, caret));
  };

  /** Whether the key was for the list. */
  const handled = ({
    key,
    ctrlKey,
    currentTarget,
    nativeEvent,
  }: KeyboardEvent<HTMLInputElement>): boolean => {
    if (nativeEvent.isComposing || complete === undefined) return false;
    if (key === ' ' && ctrlKey) return look(currentTarget, true);
    if (open === undefined) return key === 'ArrowDown' && look(currentTarget, true);
    const count = open.choices.length;
    const chosen = open.choices[active];
    switch (key) {
      case 'ArrowDown':
        setActive((active + 1) % count);
        return true;
      case 'ArrowUp':
        setActive((active + count - 1) % count);
        return true;
      case 'Enter':
        if (chosen === undefined || ctrlKey || nativeEvent.metaKey) return false;
        choose(chosen);
        return true;
      case 'Escape':
        close();
        return true;
      case 'ArrowLeft':
      case 'ArrowRight':
      case 'Home':
      case 'End':
        close();
        return false;
      default:
        return false;
    }
  };

  return (
    <>
      <input
        {...input}
        value={value}
        {...(complete === undefined
          ? {}
          : {
              'aria-autocomplete': 'list' as const,
              'aria-haspopup': 'listbox' as const,
              'aria-controls': open === undefined ? undefined : list,
              'aria-activedescendant': open === undefined ? undefined : choiceId(list, active),
            })}
        onChange={(event) => {
          onText(event.target.value);
          look(event.target);
        }}
        onKeyDown={(event) => {
          if (handled(event)) {
            event.preventDefault();
            event.stopPropagation();
          } else onKeyDown?.(event);
        }}
        onBlur={(event) => {
          close();
          onBlur?.(event);
        }}
      />
      {open !== undefined && (
        <CompletionList id={list} choices={open.choices} active={active} field={field} onChoose={choose} />
      )}
    </>
  );
};
