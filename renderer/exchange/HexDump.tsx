import { useMemo } from 'react';
import type { Body } from '../../shared/exchange/exchange.ts';
import { bytesInHand, readPiece } from './body-source.ts';
import styles from './BodyView.module.css';
import { bytesPerRow, hexRows, type HexRow } from './hex-rows.ts';
import { WindowedRows } from './large/WindowedRows.tsx';

type Load = (from: number, count: number) => Promise<readonly HexRow[]>;

const loaderOf = (body: Body): Load => {
  if (body.kind === 'file') {
    return async (from, count) =>
      hexRows(await readPiece(body.id, from * bytesPerRow, count * bytesPerRow), from * bytesPerRow);
  }
  const bytes = bytesInHand(body);
  return async (from, count) =>
    hexRows(bytes.subarray(from * bytesPerRow, (from + count) * bytesPerRow), from * bytesPerRow);
};

/** The bytes of a body: offset, hex digits, characters. Of a file only those are read that can be seen. */
export const HexDump = ({ body }: { readonly body: Body }) => {
  const load = useMemo(() => loaderOf(body), [body]);
  return (
    <WindowedRows
      label="Bytes of the body"
      count={body.kind === 'none' ? 0 : Math.ceil(body.size / bytesPerRow)}
      rowHeight={20}
      source="hex"
      load={load}
      className={styles['text']}
    >
      {(row) => (
        <div className={styles['hex']}>
          <span>{row.offset}</span>
          <code>{row.hex}</code>
          <code>{row.text}</code>
        </div>
      )}
    </WindowedRows>
  );
};
