import type { ReactNode } from 'react';
import { cx } from '../ui/cx.ts';
import styles from './SignatureView.module.css';

interface SignatureLinesProps {
  readonly lines: readonly string[];
  /** Index of a line that stands out, and how its text is drawn. */
  readonly marked?: { readonly line: number; readonly text: ReactNode } | undefined;
  /** "String to sign", for who cannot see the heading. */
  readonly label: string;
}

/** A text as it is signed, byte for byte; its lines are numbered, since that is how one speaks of them. */
export const SignatureLines = ({ lines, marked, label }: SignatureLinesProps) => (
  <ol className={styles['lines']} aria-label={label}>
    {lines.map((line, at) => (
      <li key={at} className={cx(styles['line'], marked?.line === at && styles['marked'])}>
        <span className={styles['number']} aria-hidden="true">
          {lines.length > 1 ? at + 1 : ''}
        </span>
        <code className={styles['bytes']}>
          {marked?.line === at ? marked.text : line}
          {line === '' && <span className={styles['empty']}>empty line</span>}
        </code>
      </li>
    ))}
  </ol>
);
