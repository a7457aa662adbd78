import { cx } from '../ui/cx.ts';
import { EvidenceNumbers } from './EvidenceNumbers.tsx';
import segment from './Segments.module.css';
import { isActive, type Thread } from './thread.ts';
import type { Lens, LensRow } from './token-lens.ts';
import styles from './TokenLens.module.css';

const Claim = ({ row, thread }: { readonly row: LensRow; readonly thread: Thread }) => {
  const marked = row.evidence.length > 0;
  return (
    <div className={styles['row']}>
      <dt className={styles['name']}>{row.name}</dt>
      <dd className={styles['value']}>
        {marked ? (
          <mark className={cx(segment['marked'], isActive(thread, row.evidence) && segment['active'])}>
            {row.value}
          </mark>
        ) : (
          row.value
        )}
      </dd>
      <dd className={styles['words']}>
        {row.words}
        {marked && <i className={styles['lead']} aria-hidden="true" />}
      </dd>
      {marked && (
        <dd className={styles['numbers']}>
          <EvidenceNumbers evidence={row.evidence} thread={thread} />
        </dd>
      )}
    </div>
  );
};

/** A token's claims beneath the bytes that carry it. Derived, hence in an inset and with meanings in words. */
export const TokenLens = ({ lens, thread }: { readonly lens: Lens; readonly thread: Thread }) => (
  <section className={styles['lens']} aria-label={lens.title}>
    <p className={styles['head']}>
      {lens.title} <span>{lens.kind}</span>
    </p>
    <dl>
      {lens.rows.map((row) => (
        <Claim key={row.name} row={row} thread={thread} />
      ))}
    </dl>
    {lens.further.length > 0 && <p className={styles['head']}>and {lens.further.join(', ')}</p>}
  </section>
);
