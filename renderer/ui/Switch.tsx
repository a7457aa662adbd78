import { Check } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, Switch as AriaSwitch } from 'react-aria-components';
import styles from './Switch.module.css';

interface SwitchProps {
  /** Words beside it; where there are none, `label` names it. */
  readonly children?: ReactNode;
  readonly label?: string;
  readonly isOn: boolean;
  readonly onChange: (on: boolean) => void;
  readonly isDisabled?: boolean;
}

/** On or off, at once. */
export const Switch = ({ children, label, isOn, onChange, isDisabled = false }: SwitchProps) => (
  <AriaSwitch
    className={styles['row'] ?? ''}
    isSelected={isOn}
    onChange={onChange}
    isDisabled={isDisabled}
    {...(label === undefined ? {} : { 'aria-label': label })}
  >
    <span className={styles['switch']} />
    {children}
  </AriaSwitch>
);

/** Ticked or not, taking effect with something else. */
export const Checkbox = ({ children, label, isOn, onChange, isDisabled = false }: SwitchProps) => (
  <AriaCheckbox
    className={styles['row'] ?? ''}
    isSelected={isOn}
    onChange={onChange}
    isDisabled={isDisabled}
    {...(label === undefined ? {} : { 'aria-label': label })}
  >
    <span className={styles['check']}>
      <Check aria-hidden="true" />
    </span>
    {children}
  </AriaCheckbox>
);
