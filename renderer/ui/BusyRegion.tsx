import { ProgressBar } from 'react-aria-components';
import styles from './BusyRegion.module.css';
import { Button } from './Button.tsx';
import { Spinner } from './Spinner.tsx';

interface BusyRegionProps {
  readonly works: readonly {
    readonly id: string;
    readonly label: string;
    /** Between 0 and 1; absent where nobody knows. */
    readonly share: number | undefined;
    cancel(): void;
  }[];
}

/** What goes on at the moment, in the corner: how far it is, and the way to end it. */
export const BusyRegion = ({ works }: BusyRegionProps) => (
  <div role="status" className={styles['region']}>
    {works.map((work) => (
      <div key={work.id} className={styles['work']}>
        <Spinner />
        <ProgressBar
          aria-label={work.label}
          className={styles['progress'] ?? ''}
          {...(work.share === undefined ? { isIndeterminate: true } : { value: work.share * 100 })}
        >
          {({ percentage }) => (
            <>
              <span>{work.label}…</span>
              {percentage !== undefined && (
                <span className={styles['line']}>
                  <span className={styles['bar']} style={{ width: `${percentage}%` }} />
                </span>
              )}
            </>
          )}
        </ProgressBar>
        <Button
          variant="quiet"
          size="dense"
          label={`Cancel: ${work.label}`}
          onPress={() => {
            work.cancel();
          }}
        >
          Cancel
        </Button>
      </div>
    ))}
  </div>
);
