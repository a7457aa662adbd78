import { cx } from './cx.ts';
import styles from './EvidenceNumber.module.css';

/** A number in a square is evidence; the same number stands at the bytes. */
export const EvidenceNumber = ({
  number,
  isActive = false,
}: {
  readonly number: number;
  readonly isActive?: boolean;
}) => (
  <span className={cx(styles['number'], styles['evidence'], isActive && styles['active'])}>{number}</span>
);

/** A number in a circle is an attempt. */
export const AttemptNumber = ({ number }: { readonly number: number }) => (
  <span className={cx(styles['number'], styles['attempt'])}>{number}</span>
);
