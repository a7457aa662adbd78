import { cx } from '../ui/cx.ts';
import type { Segment } from './segments.ts';
import styles from './Segments.module.css';
import { isActive, type Thread } from './thread.ts';

interface SegmentsProps {
  readonly segments: readonly Segment[];
  readonly thread: Thread;
}

/** Bytes with their marks. What is masked says so to who cannot see the dots. */
export const Segments = ({ segments, thread }: SegmentsProps) =>
  segments.map((segment, at) => {
    const text = segment.secret ? (
      <span
        className={styles['mask']}
        aria-label={`masked${segment.text.replace(/^•+/, ', ends in ')}`}
        role="img"
      >
        {segment.text}
      </span>
    ) : (
      segment.text
    );
    const key = `${at}:${segment.evidence.join()}`;
    return segment.evidence.length === 0 ? (
      <span key={key}>{text}</span>
    ) : (
      <mark
        key={key}
        className={cx(styles['marked'], isActive(thread, segment.evidence) && styles['active'])}
        onMouseEnter={() => {
          thread.onActive(segment.evidence[0]);
        }}
        onMouseLeave={() => {
          thread.onActive(undefined);
        }}
      >
        {text}
      </mark>
    );
  });

/** The slot where bytes should have been: absence is evidence too. */
export const AbsentSlot = ({
  words,
  evidence,
  thread,
}: {
  readonly words: string;
  readonly evidence: readonly number[];
  readonly thread: Thread;
}) => (
  <mark className={cx(styles['marked'], styles['absent'], isActive(thread, evidence) && styles['active'])}>
    {words}
  </mark>
);
