import { differingSpans } from '../../shared/compare/differing-spans.ts';
import type { ExpectedText } from '../../shared/xray/expected.ts';
import { CopyButton } from '../ui/CopyButton.tsx';
import { cx } from '../ui/cx.ts';
import compared from './CompareView.module.css';
import { cut } from './segments.ts';
import { differingLine } from './signature-difference.ts';
import { linesOf } from './signature-steps.ts';
import { SignatureLines } from './SignatureLines.tsx';
import styles from './SignatureView.module.css';

interface SignatureComparisonProps {
  readonly expected: ExpectedText;
  readonly whiteSpace: 'shown' | 'plain';
}

const Marked = ({
  text,
  other,
  side,
}: {
  readonly text: string;
  readonly other: string;
  readonly side: 'before' | 'after';
}) => {
  const { left } = differingSpans({ text, key: text }, { text: other, key: other });
  return cut(
    text,
    [],
    left.map((span) => ({ span, evidence: 0 })),
  ).map((segment, at) =>
    segment.evidence.length === 0 ? (
      <span key={at}>{segment.text}</span>
    ) : (
      <mark key={at} className={cx(compared['differs'], compared[side])}>
        {segment.text}
      </mark>
    ),
  );
};

/** What was signed here beside what the server says it would have signed, the first difference marked and named. */
export const SignatureComparison = ({ expected, whiteSpace }: SignatureComparisonProps) => {
  const { label, ours, theirs } = expected;
  const difference = differingLine(ours, theirs);
  const [left, right] = [linesOf(ours, whiteSpace), linesOf(theirs, whiteSpace)];
  const at = difference?.line ?? -1;
  const mark = (lines: readonly string[], others: readonly string[], side: 'before' | 'after') =>
    at < 0
      ? undefined
      : { line: at, text: <Marked text={lines[at] ?? ''} other={others[at] ?? ''} side={side} /> };
  return (
    <section className={styles['comparison']} aria-label={`${label}, compared with the server’s`}>
      <p className={styles['difference']}>
        {difference === undefined
          ? 'The server made the same of it: what differs is the key, or the hash of it.'
          : `${difference.words}.`}
      </p>
      <div className={styles['sides']}>
        <div>
          <div className={styles['side']}>
            <h4>Signed here</h4>
          </div>
          <SignatureLines label={`${label}, signed here`} lines={left} marked={mark(left, right, 'before')} />
        </div>
        <div>
          <div className={styles['side']}>
            <h4>Expected by the server</h4>
            <CopyButton label={`Copy ${label}, expected by the server`} text={theirs} />
          </div>
          <SignatureLines
            label={`${label}, expected by the server`}
            lines={right}
            marked={mark(right, left, 'after')}
          />
        </div>
      </div>
    </section>
  );
};
