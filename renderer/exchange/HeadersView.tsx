import { useId, useMemo, useState } from 'react';
import type { Exchange } from '../../shared/exchange/exchange.ts';
import { evidenceIn } from './evidence-places.ts';
import { EvidenceNumbers } from './EvidenceNumbers.tsx';
import { HeaderMeaning, HeaderName } from './HeaderName.tsx';
import { headerRows, type HeaderRow } from './header-rows.ts';
import styles from './HeadersView.module.css';
import { countFigures } from './measures.ts';
import { AbsentSlot, Segments } from './Segments.tsx';
import type { Thread } from './thread.ts';
import { useScrollToEvidence } from './use-scroll-to-evidence.ts';

interface HeadersViewProps {
  readonly exchange: Exchange;
  readonly index: number;
  readonly thread: Thread;
  readonly revealed: boolean;
}

const Row = ({ row, thread }: { readonly row: HeaderRow; readonly thread: Thread }) => {
  const [isOpen, setOpen] = useState(false);
  const meaningId = useId();
  return (
    <>
      <tr data-open={isOpen || undefined}>
        <th scope="row">
          <HeaderName
            name={row.name}
            isOpen={isOpen}
            explainedBy={meaningId}
            onToggle={() => setOpen(!isOpen)}
          />
        </th>
        <td className={styles['value']}>
          {row.absent ? (
            <AbsentSlot words="not there" evidence={row.evidence} thread={thread} />
          ) : (
            <Segments segments={row.segments} thread={thread} />
          )}
        </td>
        <td className={styles['from']}>{row.provenance}</td>
        <td className={styles['margin']}>
          <EvidenceNumbers evidence={row.evidence} thread={thread} />
        </td>
      </tr>
      {isOpen && (
        <tr id={meaningId} className={styles['meaning']}>
          <td colSpan={4}>
            <HeaderMeaning name={row.name} />
          </td>
        </tr>
      )}
    </>
  );
};

const Fields = ({
  title,
  rows,
  thread,
}: {
  readonly title: string;
  readonly rows: readonly HeaderRow[];
  readonly thread: Thread;
}) => (
  <section className={styles['part']} aria-label={title}>
    <h2 className={styles['title']}>
      {title} <span>{countFigures(rows.filter(({ absent }) => !absent).length, 'field')}</span>
    </h2>
    {rows.length > 0 && (
      <table className={styles['table']}>
        <colgroup>
          <col className={styles['names']} />
          <col />
          <col className={styles['origins']} />
          <col className={styles['numbers']} />
        </colgroup>
        <thead className={styles['hidden']}>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Value</th>
            <th scope="col">Set by</th>
            <th scope="col">Evidence</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <Row key={at} row={row} thread={thread} />
          ))}
        </tbody>
      </table>
    )}
  </section>
);

/** The fields of both messages as tables; a press on the name of a standard field says what it is for. */
export const HeadersView = ({ exchange, index, thread, revealed }: HeadersViewProps) => {
  const { evidence } = thread;
  const rows = useMemo(
    () => headerRows(exchange, evidenceIn(evidence, index), revealed),
    [exchange, evidence, index, revealed],
  );
  const box = useScrollToEvidence(thread);
  return (
    <div ref={box} className={styles['headers']}>
      {exchange.outcome.kind === 'answered' && (
        <Fields title="Response" rows={rows.response} thread={thread} />
      )}
      <Fields title="Request" rows={rows.request} thread={thread} />
    </div>
  );
};
