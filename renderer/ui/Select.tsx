import { Check, ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import {
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
} from 'react-aria-components';
import { cx } from './cx.ts';
import { FieldFrame, type FieldWords } from './FieldFrame.tsx';
import float from './float.module.css';
import styles from './Select.module.css';

export interface Option<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** Quiet words at the right. */
  readonly note?: string | undefined;
}

interface SelectProps<Id extends string> extends FieldWords {
  readonly options: readonly Option<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  readonly isDisabled?: boolean;
  /** `quiet` has no edge until it is hovered: for title bars. */
  readonly look?: 'field' | 'strong' | 'quiet';
  readonly placeholder?: string;
  readonly start?: ReactNode;
}

export const Select = <Id extends string>({
  options,
  value,
  onChange,
  isDisabled = false,
  look = 'field',
  placeholder = 'Choose',
  start,
  ...words
}: SelectProps<Id>) => (
  <FieldFrame {...words}>
    {({ input, describedBy }) => (
      <AriaSelect
        aria-label={words.label}
        selectedKey={value}
        isDisabled={isDisabled}
        placeholder={placeholder}
        onSelectionChange={(key) => {
          const option = options.find(({ id }) => id === key);
          if (option !== undefined) onChange(option.id);
        }}
      >
        <Button
          id={input}
          className={cx(styles['choice'], styles[look])}
          {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
        >
          {start}
          <SelectValue className={styles['value'] ?? ''}>
            {({ isPlaceholder, defaultChildren }) => {
              const chosen = options.find(({ id }) => id === value);
              return isPlaceholder || chosen === undefined ? (
                defaultChildren
              ) : (
                <>
                  <span className={styles['name']}>{chosen.label}</span>
                  {look === 'field' && chosen.note !== undefined && (
                    <span className={styles['note']}>{chosen.note}</span>
                  )}
                </>
              );
            }}
          </SelectValue>
          <ChevronDown className={styles['arrow']} aria-hidden="true" />
        </Button>
        <Popover className={float['float'] ?? ''} offset={4}>
          <ListBox className={float['list'] ?? ''} items={options}>
            {(option) => (
              <ListBoxItem id={option.id} textValue={option.label} className={float['item'] ?? ''}>
                {({ isSelected }) => (
                  <>
                    <span className={float['words']}>{option.label}</span>
                    {option.note !== undefined && <span className={float['end']}>{option.note}</span>}
                    <Check className={float['tick']} data-on={isSelected || undefined} aria-hidden="true" />
                  </>
                )}
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </AriaSelect>
    )}
  </FieldFrame>
);
