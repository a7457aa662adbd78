import { useMemo } from 'react';
import { hexRows } from './hex-rows.ts';
import styles from './BodyView.module.css';
import { LongList } from './LongList.tsx';

/** Bytes that are not text: offset, hex digits, characters. */
export const HexDump = ({ bytes }: { readonly bytes: Uint8Array }) => {
  const rows = useMemo(() => hexRows(bytes), [bytes]);
  return (
    <LongList
      rows={rows}
      rowHeight={20}
      scrollTo={undefined}
      label="Bytes of the body"
      className={styles['text']}
    >
      {(row) => (
        <div className={styles['hex']}>
          <span>{row.offset}</span>
          <code>{row.hex}</code>
          <code>{row.text}</code>
        </div>
      )}
    </LongList>
  );
};
