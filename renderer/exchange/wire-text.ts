import type { Exchange } from '../../shared/exchange/exchange.ts';
import { wireRows } from './wire-rows.ts';

/** The exchange as text for a clipboard, as curl prints one: `>` sent, `<` received, secrets masked. */
export const wireText = (exchange: Exchange, imported: boolean): string =>
  wireRows({ exchange, evidence: [], revealed: false, imported })
    .flatMap((row) => {
      if (row.kind !== 'line') return row.kind === 'note' ? [`* ${row.text}`] : [];
      const status =
        row.status === undefined ? '' : `${row.status.before}${row.status.code}${row.status.after}`;
      const value = row.segments.map(({ text }) => text).join('');
      const text = `${row.name ?? ''}${row.colon ?? ''}${status}${value}`;
      return [...(row.begins === true ? [row.direction] : []), `${row.direction} ${text}`.trimEnd()];
    })
    .join('\n');
