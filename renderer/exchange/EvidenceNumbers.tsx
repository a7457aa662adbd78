import { EvidenceNumber } from '../ui/EvidenceNumber.tsx';
import styles from './EvidenceNumbers.module.css';
import { focusRow, type Thread } from './thread.ts';

/** The numbers that stand in a row's margin. The leader starts here. */
export const EvidenceNumbers = ({
  evidence,
  thread,
}: {
  readonly evidence: readonly number[];
  readonly thread: Thread;
}) =>
  evidence.length === 0 ? null : (
    <span className={styles['numbers']}>
      {evidence.map((index) => (
        <button
          key={index}
          type="button"
          className={styles['number']}
          data-evidence-mark={index}
          aria-label={`Evidence ${index + 1}: ${thread.evidence[index]?.text ?? ''}`}
          onMouseEnter={() => {
            thread.onActive(index);
          }}
          onFocus={() => {
            thread.onActive(index);
          }}
          onClick={() => {
            focusRow(index);
          }}
        >
          <EvidenceNumber number={index + 1} isActive={thread.active === index} />
        </button>
      ))}
    </span>
  );
