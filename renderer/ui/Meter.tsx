import { cx } from './cx.ts';
import styles from './Meter.module.css';

interface MeterProps {
  readonly label: string;
  /** A share between 0 and 1. */
  readonly value: number;
  readonly size?: 'regular' | 'short' | 'fill';
}

/** A share on a scale of fixed length; a change of the share is seen moving. Stands within a line of text. */
export const Meter = ({ label, value, size = 'regular' }: MeterProps) => {
  const percent = Math.round(value * 100);
  return (
    <span
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={`${percent} %`}
      className={cx(styles['meter'], styles[size])}
    >
      <span className={styles['bar']} style={{ width: `${(value * 100).toFixed(1)}%` }} />
    </span>
  );
};
