import type { ReactElement, ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components';
import { Kbd } from './Kbd.tsx';
import type { Shortcut } from './shortcut.ts';
import styles from './Tooltip.module.css';

interface TooltipProps {
  readonly text: ReactNode;
  readonly shortcut?: Shortcut | undefined;
  readonly placement?: 'bottom' | 'top' | 'left' | 'right';
  /** One thing that can be focused: a Button or an IconButton. */
  readonly children: ReactElement;
}

export const Tooltip = ({ text, shortcut, placement = 'bottom', children }: TooltipProps) => (
  <TooltipTrigger delay={500} closeDelay={80}>
    {children}
    <AriaTooltip className={styles['tooltip'] ?? ''} placement={placement} offset={6}>
      {text}
      {shortcut !== undefined && <Kbd keys={shortcut} />}
    </AriaTooltip>
  </TooltipTrigger>
);
