import styles from './SignatureView.module.css';

interface SignatureLinesProps {
  readonly lines: readonly string[];
  /** "String to sign", for who cannot see the heading. */
  readonly label: string;
}

/** A text as it is signed, byte for byte; its lines are numbered, since that is how one speaks of them. */
export const SignatureLines = ({ lines, label }: SignatureLinesProps) => (
  <ol className={styles['lines']} aria-label={label}>
    {lines.map((line, at) => (
      <li key={at} className={styles['line']}>
        <span className={styles['number']} aria-hidden="true">
          {lines.length > 1 ? at + 1 : ''}
        </span>
        <code className={styles['bytes']}>
          {line}
          {line === '' && <span className={styles['empty']}>empty line</span>}
        </code>
      </li>
    ))}
  </ol>
);
