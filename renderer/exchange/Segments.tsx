import { cx } from '../ui/cx.ts';
import type { Segment } from './segments.ts';
import styles from './Segments.module.css';
import { isActive, type Thread } from './thread.ts';

interface SegmentsProps {
  readonly segments: readonly Segment[];
  readonly thread: Thread;
}

const Text = ({ segment }: { readonly segment: Segment }) =>
  segment.secret ? (
    <span
      className={styles['mask']}
      aria-label={`masked${segment.text.replace(/^•+(.*)$/, (_, tail: string) => (tail === '' ? '' : `, ends in ${tail}`))}`}
      role="img"
    >
      {segment.text}
    </span>
  ) : segment.found === undefined ? (
    segment.text
  ) : (
    <mark className={cx(styles['found'], segment.found === 'current' && styles['gone'])}>{segment.text}</mark>
  );

/** Runs that the same evidence marks are one mark. */
const marksOf = (segments: readonly Segment[]): readonly (readonly Segment[])[] => {
  const marks: Segment[][] = [];
  for (const segment of segments) {
    const open = marks.at(-1);
    if (open?.[0]?.evidence.join() === segment.evidence.join()) open.push(segment);
    else marks.push([segment]);
  }
  return marks;
};

/** Bytes with their marks. What is masked says so to who cannot see the dots. */
export const Segments = ({ segments, thread }: SegmentsProps) =>
  marksOf(segments).map((run, at) => {
    const evidence = run[0]?.evidence ?? [];
    const texts = run.map((segment, piece) => <Text key={piece} segment={segment} />);
    return evidence.length === 0 ? (
      <span key={at}>{texts}</span>
    ) : (
      // By keyboard the same is done at the mark's number.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
      <mark
        key={at}
        className={cx(styles['marked'], isActive(thread, evidence) && styles['active'])}
        onMouseEnter={() => {
          thread.onActive(evidence[0]);
        }}
      >
        {texts}
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
