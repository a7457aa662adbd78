import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** One sentence and one action, never a picture. */
export const EmptyState = ({
  children,
  action,
}: {
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) => (
  <div className={styles['empty']}>
    <p>{children}</p>
    {action}
  </div>
);
