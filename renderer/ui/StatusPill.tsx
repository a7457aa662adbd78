import type { ReactNode } from 'react';
import { cx } from './cx.ts';
import styles from './StatusPill.module.css';

export type Tone = 'neutral' | 'refused' | 'warned' | 'accepted';

interface StatusPillProps {
  readonly tone: Tone;
  /** A number is set in the wire face, words ("no answer") are not. */
  readonly children: ReactNode;
  readonly size?: 'regular' | 'large';
  readonly words?: boolean;
}

export const StatusPill = ({ tone, children, size = 'regular', words = false }: StatusPillProps) => (
  <span className={cx(styles['pill'], styles[tone], styles[size], words && styles['words'])}>{children}</span>
);
