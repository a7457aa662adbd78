import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Popover, Select as AriaSelect, SelectValue } from 'react-aria-components';
import { cx } from './cx.ts';
import { FieldFrame, type FieldWords } from './FieldFrame.tsx';
import float from './float.module.css';
import { OptionList, SearchedOptionList } from './OptionList.tsx';
import type { Option } from './options.ts';
import styles from './Select.module.css';

interface SelectProps<Id extends string> extends FieldWords {
  readonly options: readonly Option<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
  readonly isDisabled?: boolean;
  /** `quiet` has no edge until it is hovered: for title bars. */
  readonly look?: 'field' | 'strong' | 'quiet';
  readonly placeholder?: string;
  readonly start?: ReactNode;
  /** "Search schemes": above a list that is too long to be read, a field that narrows it. */
  readonly search?: string;
}

export const Select = <Id extends string>({
  options,
  value,
  onChange,
  isDisabled = false,
  look = 'field',
  placeholder = 'Choose',
  start,
  search,
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
          {search === undefined ? (
            <OptionList options={options} />
          ) : (
            <SearchedOptionList options={options} label={search} />
          )}
        </Popover>
      </AriaSelect>
    )}
  </FieldFrame>
);
