import { cx } from '../ui/cx.ts';
import styles from './figures.module.css';
import type { LifetimeDrawing } from './lifetime.ts';

const share = (value: number): string => `${value * 100}%`;

/** Life of a token against the moment of the request. */
export const LifetimeFigure = ({ life }: { readonly life: LifetimeDrawing }) => {
  const split = life.over ? life.endedAt : life.at;
  return (
    <figure className={styles['line']} role="img" aria-label={life.sentence}>
      <span
        className={cx(styles['gap'], life.over ? styles['bad'] : styles['good'])}
        style={{ left: share(split) }}
      >
        {life.gap}
      </span>
      <i className={styles['lived']} style={{ width: share(split) }} />
      <i className={life.over ? styles['over'] : styles['left']} style={{ left: share(split) }} />
      <i className={styles['tick']} style={{ left: share(split) }} />
      <i className={styles['tick']} style={{ right: 0 }} />
      {life.issued !== undefined && split > 0.45 && (
        <span className={styles['caption']} style={{ left: 0 }}>
          {life.issued}
        </span>
      )}
      <span className={styles['caption']} style={{ left: share(split), translate: captionShift(split) }}>
        {life.over ? life.ended : life.now}
      </span>
      <span className={styles['caption']} style={{ right: 0 }}>
        {life.over ? life.now : life.ended}
      </span>
    </figure>
  );
};

/** A caption stands centred under its tick, and leans inwards near the ends. */
const captionShift = (at: number): string => (at < 0.2 ? '0 0' : at > 0.6 && at < 0.8 ? '-60% 0' : '-50% 0');
