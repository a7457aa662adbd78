import type { AttemptRecord, Shown } from '../state/state.ts';
import { cx } from '../ui/cx.ts';
import { AttemptNumber } from '../ui/EvidenceNumber.tsx';
import { SegmentedControl, type Segment } from '../ui/SegmentedControl.tsx';
import { comparedWith, switchable } from './attempt-choice.ts';
import styles from './AttemptSwitcher.module.css';
import { pillOfAttempt } from './status-tone.ts';

interface AttemptSwitcherProps {
  readonly attempts: readonly AttemptRecord[];
  readonly shown: Shown;
  readonly onShow: (id: string) => void;
  readonly onCompare: (left: string, right: string) => void;
}

const compareId = 'compare';

/** One circle an attempt, the latest at the right, and both sides of a comparison at the end. */
export const AttemptSwitcher = ({ attempts, shown, onShow, onCompare }: AttemptSwitcherProps) => {
  const pair = comparedWith(attempts, shown);
  const segments: readonly Segment[] = [
    ...switchable(attempts, shown).map(({ number, record }) => {
      const { text, tone } = pillOfAttempt(record.attempt);
      return {
        id: record.attempt.id,
        label: (
          <>
            <AttemptNumber number={number} />
            <span className={cx(styles['status'], styles[tone])}>{text}</span>
          </>
        ),
      };
    }),
    ...(pair === undefined ? [] : [{ id: compareId, label: 'Compare' }]),
  ];
  return (
    <SegmentedControl
      label="Attempts"
      segments={segments}
      value={shown.kind === 'attempt' ? shown.id : compareId}
      onChange={(id) => {
        if (id !== compareId) onShow(id);
        else if (pair !== undefined) onCompare(pair.left, pair.right);
      }}
    />
  );
};
