import { useMemo } from 'react';
import type { Attempt } from '../../shared/exchange/exchange.ts';
import { cx } from '../ui/cx.ts';
import { StatusPill } from '../ui/StatusPill.tsx';
import { EvidenceNumbers } from './EvidenceNumbers.tsx';
import { hopsOf, type Hop, type HopFact } from './hops.ts';
import styles from './HopsView.module.css';
import { durationWords } from './measures.ts';
import { AbsentSlot, Segments } from './Segments.tsx';
import { pillOf } from './status-tone.ts';
import type { Thread } from './thread.ts';
import { useScrollToEvidence } from './use-scroll-to-evidence.ts';

interface HopsViewProps {
  readonly attempt: Attempt;
  readonly thread: Thread;
  readonly revealed: boolean;
}

const Fact = ({ fact, thread }: { readonly fact: HopFact; readonly thread: Thread }) => (
  <div className={styles['fact']}>
    <dt className={cx(!fact.wire && styles['own'])}>{fact.name}</dt>
    <dd className={styles['value']}>
      {fact.absent && fact.evidence.length > 0 && (
        <AbsentSlot words="not sent" evidence={fact.evidence} thread={thread} />
      )}
      {fact.absent && fact.evidence.length === 0 && <span className={styles['remark']}>not sent</span>}
      <Segments segments={fact.segments} thread={thread} />
      {fact.note !== '' && <span className={styles['remark']}>{fact.note}</span>}
    </dd>
    <dd>
      <EvidenceNumbers evidence={fact.evidence} thread={thread} />
    </dd>
  </div>
);

const Line = ({ hop, thread }: { readonly hop: Hop; readonly thread: Thread }) => {
  const pill = pillOf(hop.exchange);
  const { endMs } = hop.exchange.timings;
  return (
    <div className={styles['line']}>
      <b>{hop.method}</b>
      <span className={styles['url']}>
        {hop.before}
        <b>{hop.host}</b>
        {hop.after}
      </span>
      {endMs !== undefined && <span className={styles['time']}>{durationWords(endMs)}</span>}
      <StatusPill tone={pill.tone} words={hop.exchange.outcome.kind === 'failed'}>
        {pill.text}
      </StatusPill>
      <EvidenceNumbers evidence={hop.urlEvidence} thread={thread} />
    </div>
  );
};

/** The way of a redirected request: discs on a line, and between them why credentials did or did not follow. */
export const HopsView = ({ attempt, thread, revealed }: HopsViewProps) => {
  const { evidence } = thread;
  const hops = useMemo(() => hopsOf(attempt, evidence, revealed), [attempt, evidence, revealed]);
  const box = useScrollToEvidence(thread);
  return (
    <div ref={box}>
      <ol className={styles['hops']}>
        {hops.map((hop, at) => {
          const between = hops[at + 1]?.between;
          return (
            <li key={hop.exchange.id} className={styles['hop']} aria-label={`Hop ${hop.number}`}>
              <span className={styles['disc']} aria-hidden="true">
                {hop.number}
              </span>
              <div className={styles['content']}>
                <Line hop={hop} thread={thread} />
                <dl className={styles['facts']}>
                  {hop.facts.map((fact, row) => (
                    <Fact key={row} fact={fact} thread={thread} />
                  ))}
                </dl>
                {between !== undefined && (
                  <div className={styles['between']}>
                    <p>{between.title}</p>
                    <p>{between.text}</p>
                  </div>
                )}
              </div>
            </li>
          );
        })}
      </ol>
    </div>
  );
};
