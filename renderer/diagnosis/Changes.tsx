import { useState } from 'react';
import type { Change } from '../../shared/remedies/remedy.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Remedies.module.css';

const Line = ({
  sign,
  text,
  kind,
}: {
  readonly sign: '−' | '+';
  readonly text: string;
  readonly kind: 'was' | 'becomes';
}) => (
  <div className={styles[kind]}>
    <span aria-hidden="true">{sign}</span>
    <dt className={styles['hidden']}>{kind}</dt>
    <dd title={text}>{text}</dd>
  </div>
);

/** What will differ, as a diff of two lines for each change. */
export const Changes = ({
  changes,
  folded,
}: {
  readonly changes: readonly Change[];
  readonly folded: boolean;
}) => {
  const [open, setOpen] = useState(false);
  if (changes.length === 0) return null;
  if (folded && !open) {
    return (
      <p className={styles['sends']}>
        <Button
          variant="link"
          onPress={() => {
            setOpen(true);
          }}
        >
          Show the change
        </Button>
      </p>
    );
  }
  return (
    <dl className={styles['changes']} aria-label="What it changes">
      {changes.map(({ before, after }, at) => (
        <div key={at} className={styles['change']}>
          {before !== undefined && <Line sign="−" text={before} kind="was" />}
          {after !== undefined && <Line sign="+" text={after} kind="becomes" />}
        </div>
      ))}
    </dl>
  );
};
