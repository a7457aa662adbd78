import type { ReactNode } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import styles from './SegmentedControl.module.css';

export interface Segment<Id extends string = string> {
  readonly id: Id;
  readonly label: ReactNode;
  readonly isDisabled?: boolean;
}

interface SegmentedControlProps<Id extends string> {
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  readonly value: Id;
  readonly onChange: (id: Id) => void;
}

/** One of a few, all of them visible. */
export const SegmentedControl = <Id extends string>({
  label,
  segments,
  value,
  onChange,
}: SegmentedControlProps<Id>) => (
  <ToggleButtonGroup
    aria-label={label}
    className={styles['segmented'] ?? ''}
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[value]}
    onSelectionChange={(keys) => {
      const chosen = segments.find(({ id }) => keys.has(id));
      if (chosen !== undefined) onChange(chosen.id);
    }}
  >
    {segments.map((segment) => (
      <ToggleButton
        key={segment.id}
        id={segment.id}
        className={styles['segment'] ?? ''}
        isDisabled={segment.isDisabled ?? false}
      >
        {segment.label}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
);
