import { useId, useRef, useState, type AriaAttributes, type KeyboardEvent, type ReactNode } from 'react';
import type { Choice, Complete, Completion } from './completion.ts';
import { choiceId, CompletionList } from './CompletionList.tsx';

type Field = HTMLInputElement | HTMLTextAreaElement;

interface Completed {
  /** What may be completed to at the caret; a plain field without. */
  readonly complete: Complete | undefined;
  readonly value: string;
  readonly onText: (text: string) => void;
}

interface Completing {
  /** Tells a screen reader that there is a list, and which choice is in hand. */
  readonly attributes: AriaAttributes;
  /** To be called after each change. */
  look(field: Field): void;
  close(): void;
  /** Whether the key was for the list; then nobody else may have it. */
  handles(event: KeyboardEvent<Field>): boolean;
  readonly list: ReactNode;
}

/**
 * Offers what may stand at the caret while a field is typed in. Up and Down move, Enter puts in, Escape closes, Down or
 * Ctrl+Space asks where nothing is offered; Tab leaves the field, as everywhere.
 */
export const useCompletion = ({ complete, value, onText }: Completed): Completing => {
  const field = useRef<Field>(null);
  const list = useId();
  const [open, setOpen] = useState<Completion>();
  const [active, setActive] = useState(0);

  const look = (element: Field, asked = false): boolean => {
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

  const handles = ({ key, ctrlKey, currentTarget, nativeEvent }: KeyboardEvent<Field>): boolean => {
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

  return {
    attributes:
      complete === undefined
        ? {}
        : {
            'aria-autocomplete': 'list',
            'aria-haspopup': 'listbox',
            'aria-controls': open === undefined ? undefined : list,
            'aria-activedescendant': open === undefined ? undefined : choiceId(list, active),
          },
    look(element) {
      look(element);
    },
    close,
    handles,
    list: open !== undefined && (
      <CompletionList id={list} choices={open.choices} active={active} field={field} onChoose={choose} />
    ),
  };
};
