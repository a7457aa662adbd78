import { Meter as AriaMeter } from 'react-aria-components';
import { cx } from './cx.ts';
import styles from './Meter.module.css';

interface MeterProps {
  readonly label: string;
  /** A share between 0 and 1. */
  readonly value: number;
  readonly size?: 'regular' | 'short' | 'fill';
}

/** A share on a scale of fixed length; a change of the share is seen moving. */
export const Meter = ({ label, value, size = 'regular' }: MeterProps) => (
  <AriaMeter
    aria-label={label}
    value={value}
    minValue={0}
    maxValue={1}
    formatOptions={{ style: 'percent', maximumFractionDigits: 0 }}
    className={cx(styles['meter'], styles[size])}
  >
    <span className={styles['bar']} style={{ width: `${(value * 100).toFixed(1)}%` }} />
  </AriaMeter>
);
