import { useEffect, useMemo } from 'react';
import { textRows } from './body-rows.ts';
import styles from './BodyView.module.css';
import { findText } from './find-text.ts';
import { LongList } from './LongList.tsx';
import type { Thread } from './thread.ts';
import type { Find } from './use-find.ts';
import { WireLine } from './WireLine.tsx';

interface PlainTextProps {
  readonly text: string;
  readonly index: number;
  readonly thread: Thread;
  readonly revealed: boolean;
  readonly find: Find;
}

/** Evidence in the body is numbered in the plain text, where its bytes are. */
const evidenceInBody = (thread: Thread, index: number) =>
  thread.evidence.flatMap(({ place }, at) =>
    place.in === 'body' && place.side === 'response' && place.exchange === index
      ? [{ index: at, place }]
      : [],
  );

/** A body as it came, with what evidence points at and what is searched for. */
export const PlainText = ({ text, thread, index, revealed, find }: PlainTextProps) => {
  const { evidence } = thread;
  const { words, place } = find;
  const places = useMemo(() => findText(text, words), [text, words]);
  useEffect(() => {
    if (words !== '') find.tell(places.length);
    // Told once for what was looked for.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [places, words]);
  const rows = useMemo(
    () => textRows('<', text, evidenceInBody({ ...thread, evidence }, index), revealed, { places, place }),
    // Of the thread only the evidence changes the rows.
    // oxlint-disable-next-line react/exhaustive-deps
    [text, evidence, index, revealed, places, place],
  );
  const wanted =
    thread.active === undefined ? -1 : rows.findIndex((row) => row.evidence.includes(thread.active ?? -1));
  const found = rows.findIndex(
    (row) => row.kind === 'line' && row.segments.some((one) => one.found === 'current'),
  );
  return (
    <LongList
      rows={rows}
      rowHeight={20}
      scrollTo={
        places.length === 0
          ? { index: wanted, request: thread.scrollRequest }
          : { index: found, request: find.request }
      }
      label="Body"
      className={styles['text']}
    >
      {(row) => <WireLine row={row} thread={thread} />}
    </LongList>
  );
};
