import { useMemo } from 'react';
import type { Exchange } from '../../shared/exchange/exchange.ts';
import { evidenceIn } from './evidence-places.ts';
import { LongList } from './LongList.tsx';
import type { Thread } from './thread.ts';
import { WireLine } from './WireLine.tsx';
import { wireRows } from './wire-rows.ts';
import styles from './WireView.module.css';

interface WireViewProps {
  readonly exchange: Exchange;
  /** Index of the exchange in its attempt. */
  readonly index: number;
  readonly thread: Thread;
  readonly revealed: boolean;
  readonly imported: boolean;
  readonly issuer: string | undefined;
}

/** What crossed the wire, byte for byte; what the app derived stands in insets and at the margin. */
export const WireView = ({ exchange, index, thread, revealed, imported, issuer }: WireViewProps) => {
  const { evidence, active, scrollRequest } = thread;
  const rows = useMemo(
    () =>
      wireRows({
        exchange,
        evidence: evidenceIn(evidence, index),
        revealed,
        imported,
        ...(issuer === undefined ? {} : { issuer }),
      }),
    [exchange, evidence, index, revealed, imported, issuer],
  );
  const wanted = active === undefined ? -1 : rows.findIndex((row) => row.evidence.includes(active));
  return (
    <LongList
      rows={rows}
      rowHeight={20}
      scrollTo={{ index: wanted, request: scrollRequest }}
      label="Bytes of the exchange"
      className={styles['wire']}
    >
      {(row) => <WireLine row={row} thread={thread} />}
    </LongList>
  );
};
