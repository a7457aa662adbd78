import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, ToggleButton } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './IconButton.module.css';
import type { Shortcut } from './shortcut.ts';
import { Tooltip } from './Tooltip.tsx';

interface IconButtonProps {
  /** Names the button; shown as its tooltip. */
  readonly label: string;
  readonly children: ReactNode;
  readonly onPress?: () => void;
  readonly shortcut?: Shortcut | undefined;
  readonly size?: 'regular' | 'small';
  /** Makes it a switch that is on or off. */
  readonly isOn?: boolean;
  readonly isDisabled?: boolean;
  readonly placement?: 'bottom' | 'top' | 'left' | 'right';
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly className?: string;
}

export const IconButton = ({
  label,
  children,
  onPress,
  shortcut,
  size = 'regular',
  isOn,
  isDisabled = false,
  placement = 'bottom',
  buttonRef,
  className,
}: IconButtonProps) => {
  const common = {
    'aria-label': label,
    isDisabled,
    className: cx(styles['icon'], styles[size], className),
    ...(buttonRef === undefined ? {} : { ref: buttonRef }),
  };
  return (
    <Tooltip text={label} shortcut={shortcut} placement={placement}>
      {isOn === undefined ? (
        <AriaButton {...common} {...(onPress === undefined ? {} : { onPress })}>
          {children}
        </AriaButton>
      ) : (
        <ToggleButton {...common} isSelected={isOn} onChange={() => onPress?.()}>
          {children}
        </ToggleButton>
      )}
    </Tooltip>
  );
};
