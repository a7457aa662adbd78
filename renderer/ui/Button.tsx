import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type PressEvent } from 'react-aria-components';
import styles from './Button.module.css';
import { cx } from './cx.ts';
import { Kbd } from './Kbd.tsx';
import type { Shortcut } from './shortcut.ts';
import { Spinner } from './Spinner.tsx';

export interface ButtonProps {
  readonly children: ReactNode;
  /** At most one `filled` button is visible at a time; a dialog has its own. */
  readonly variant?: 'filled' | 'secondary' | 'quiet' | 'danger' | 'link';
  readonly size?: 'regular' | 'large' | 'dense';
  /** Takes the whole width. */
  readonly wide?: boolean;
  readonly icon?: ReactNode;
  readonly shortcut?: Shortcut | undefined;
  /** Says what is going on; the button keeps its width and cannot be pressed meanwhile. */
  readonly busy?: string | undefined;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  readonly type?: 'button' | 'submit';
  /** Where the visible words are not enough. */
  readonly label?: string;
  readonly onPress?: (event: PressEvent) => void;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  readonly className?: string;
}

export const Button = ({
  children,
  variant = 'secondary',
  size = 'regular',
  wide = false,
  icon,
  shortcut,
  busy,
  isDisabled = false,
  label,
  onPress,
  buttonRef,
  className,
  ...rest
}: ButtonProps) => (
  <AriaButton
    {...rest}
    {...(buttonRef === undefined ? {} : { ref: buttonRef })}
    {...(label === undefined ? {} : { 'aria-label': label })}
    {...(onPress === undefined ? {} : { onPress })}
    isDisabled={isDisabled}
    isPending={busy !== undefined}
    className={cx(styles['button'], styles[variant], styles[size], wide && styles['wide'], className)}
  >
    <span className={styles['face']} data-hidden={busy !== undefined || undefined}>
      {icon}
      <span className={styles['words']}>{children}</span>
      {shortcut !== undefined && <Kbd keys={shortcut} />}
    </span>
    {busy !== undefined && (
      <span className={styles['face']}>
        <Spinner />
        {busy}
      </span>
    )}
  </AriaButton>
);
