import { cx } from '../ui/cx.ts';
import { EvidenceNumbers } from './EvidenceNumbers.tsx';
import { AbsentSlot, Segments } from './Segments.tsx';
import { toneOfStatus } from './status-tone.ts';
import type { Thread } from './thread.ts';
import { TokenLens } from './TokenLens.tsx';
import type { WireRow } from './wire-row.ts';
import styles from './WireView.module.css';

interface RowProps<Row extends WireRow = WireRow> {
  readonly row: Row;
  readonly thread: Thread;
}

/** The dotted line from marked bytes to their number. */
const Lead = ({ on }: { readonly on: boolean }) =>
  on ? <i className={styles['lead']} aria-hidden="true" /> : null;

const Head = ({ row, thread }: RowProps<Extract<WireRow, { kind: 'head' }>>) => (
  <div className={cx(styles['head'], row.title !== 'Request' && styles['begins'])}>
    <h2 className={styles['title']}>{row.title}</h2>
    <span className={styles['note']}>{row.note}</span>
    <Lead on={row.evidence.length > 0} />
    <EvidenceNumbers evidence={row.evidence} thread={thread} />
  </div>
);

const directionWords = { '>': 'sent', '<': 'received' } as const;

const Gutter = ({ direction, hidden }: { readonly direction: '>' | '<'; readonly hidden?: boolean }) => (
  <span
    className={styles['gutter']}
    role="img"
    aria-label={hidden === true ? 'goes on' : directionWords[direction]}
  >
    {hidden === true ? '' : direction}
  </span>
);

const Status = ({
  status,
}: {
  readonly status: { readonly before: string; readonly code: string; readonly after: string };
}) => (
  <>
    {status.before}
    <b className={styles[toneOfStatus(Number(status.code))]}>{status.code}</b>
    {status.after}
  </>
);

const Line = ({ row, thread }: RowProps<Extract<WireRow, { kind: 'line' }>>) => (
  <div className={cx(styles['line'], row.begins === true && styles['begins'])}>
    <Gutter direction={row.direction} hidden={row.continues === true} />
    <code className={styles['bytes']}>
      <span className={styles['run']}>
        {row.name !== undefined && <span className={styles['name']}>{row.name}</span>}
        {row.colon !== undefined && <span className={styles['punct']}>{row.colon}</span>}
        {row.status !== undefined && <Status status={row.status} />}
        <Segments segments={row.segments} thread={thread} />
      </span>
      <Lead on={row.evidence.length > 0} />
    </code>
    {row.provenance !== undefined && (
      <span className={styles['from']} title={row.provenance}>
        {row.provenance}
      </span>
    )}
    <EvidenceNumbers evidence={row.evidence} thread={thread} />
  </div>
);

const Absent = ({ row, thread }: RowProps<Extract<WireRow, { kind: 'absent' }>>) => (
  <div className={styles['line']}>
    <Gutter direction={row.direction} />
    <code className={styles['bytes']}>
      <span className={styles['run']}>
        <span className={styles['name']}>{row.name}</span>
        <span className={styles['punct']}>: </span>
        <AbsentSlot words={row.words} evidence={row.evidence} thread={thread} />
      </span>
      <Lead on />
    </code>
    <EvidenceNumbers evidence={row.evidence} thread={thread} />
  </div>
);

export const WireLine = ({ row, thread }: RowProps) => {
  switch (row.kind) {
    case 'head':
      return <Head row={row} thread={thread} />;
    case 'line':
      return <Line row={row} thread={thread} />;
    case 'absent':
      return <Absent row={row} thread={thread} />;
    case 'lens':
      return <TokenLens lens={row.lens} thread={thread} />;
    case 'note':
      return (
        <div className={cx(styles['head'], styles['remark'])}>
          <span className={styles['note']}>{row.text}</span>
          <Lead on={row.evidence.length > 0} />
          <EvidenceNumbers evidence={row.evidence} thread={thread} />
        </div>
      );
    default:
      return row satisfies never;
  }
};
