import { useState } from 'react';
import type { Change } from '../../shared/remedies/remedy.ts';
import { Button } from '../ui/Button.tsx';
import styles from './Remedies.module.css';

const Line = ({
  sign,
  words,
  text,
  kind,
}: {
  readonly sign: '−' | '+';
  readonly words: string;
  readonly text: string;
  readonly kind: 'was' | 'becomes';
}) => (
  <li className={styles[kind]}>
    <span role="img" aria-label={words}>
      {sign}
    </span>
    <code title={text}>{text}</code>
  </li>
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
    <ul className={styles['changes']} aria-label="What it changes">
      {changes.flatMap(({ before, after }, at) => [
        ...(before === undefined
          ? []
          : [<Line key={`${at}−`} sign="−" words="was" text={before} kind="was" />]),
        ...(after === undefined
          ? []
          : [<Line key={`${at}+`} sign="+" words="becomes" text={after} kind="becomes" />]),
      ])}
    </ul>
  );
};
