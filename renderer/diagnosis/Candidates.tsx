import { useId, useState } from 'react';
import { pointer } from '../../shared/diagnosis/pointer.ts';
import type { Finding } from '../../shared/diagnosis/diagnosis.ts';
import { Meter } from '../ui/Meter.tsx';
import styles from './Candidates.module.css';
import { causeTitle, oddsFigure } from '../../shared/diagnosis/words.ts';

const Candidate = ({ finding, exchanges }: { readonly finding: Finding; readonly exchanges: number }) => {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <li>
      <button
        type="button"
        className={styles['row']}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
        }}
      >
        <span className={styles['title']}>{causeTitle(finding.cause)}</span>
        <Meter label={`Odds of ${causeTitle(finding.cause)}`} value={finding.confidence} size="short" />
        <span className={styles['percent']}>{oddsFigure(finding.confidence)}</span>
      </button>
      <div id={id} hidden={!open} className={styles['more']}>
        <p>{finding.title}.</p>
        <p>{finding.explanation}</p>
        <ul>
          {finding.evidence.map(({ text, place }, at) => (
            <li key={at}>
              {text} <span className={styles['where']}>{pointer(place, exchanges)}</span>
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
};

/** Other causes that could be, likeliest first; each opens to what speaks for it. */
export const Candidates = ({
  findings,
  exchanges,
}: {
  readonly findings: readonly Finding[];
  /** How many exchanges the attempt has, for pointers. */
  readonly exchanges: number;
}) => (
  <ul>
    {findings.map((finding) => (
      <Candidate key={finding.cause} finding={finding} exchanges={exchanges} />
    ))}
  </ul>
);
