import { useEffect, useRef, type RefObject } from 'react';
import { Popover } from 'react-aria-components';
import type { Choice } from './completion.ts';
import styles from './CompletingInput.module.css';
import float from './float.module.css';

interface CompletionListProps {
  readonly id: string;
  readonly choices: readonly Choice[];
  readonly active: number;
  readonly field: RefObject<HTMLElement | null>;
  readonly onChoose: (choice: Choice) => void;
}

export const choiceId = (list: string, index: number): string => `${list}-${index}`;

/** What may be put in, below its field. The focus stays in the field, which names the choice in hand. */
export const CompletionList = ({ id, choices, active, field, onChoose }: CompletionListProps) => {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <Popover
      isNonModal
      isOpen
      triggerRef={field}
      placement="bottom start"
      offset={6}
      className={float['float'] ?? ''}
      style={{ minWidth: 200, maxWidth: 'none' }}
    >
      {/* Outside of all landmarks otherwise: what floats stands at the end of the document. */}
      <section aria-label="What can be put in">
        <div
          ref={list}
          id={id}
          role="listbox"
          tabIndex={-1}
          aria-label="Completions"
          className={styles['list']}
        >
          {choices.map((choice, index) => (
            // The field has the keys, and its aria-activedescendant names the choice in hand.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={choice.label}
              id={choiceId(id, index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className={styles['choice']}
              onPointerDown={(event) => {
                // The field keeps the focus.
                event.preventDefault();
              }}
              onClick={() => {
                onChoose(choice);
              }}
            >
              <span className={styles['label']}>{choice.label}</span>
              <span className={styles['detail']}>{choice.detail}</span>
              <span className={styles['origin']}>{choice.origin}</span>
            </div>
          ))}
        </div>
      </section>
    </Popover>
  );
};
