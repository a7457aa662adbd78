import { useMemo } from 'react';
import type { Exchange } from '../../shared/exchange/exchange.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { cookiesOf, type CookieRow } from './cookie-rows.ts';
import styles from './CookiesView.module.css';
import { countFigures } from './measures.ts';

const Cookies = ({ title, rows }: { readonly title: string; readonly rows: readonly CookieRow[] }) =>
  rows.length === 0 ? null : (
    <section className={styles['part']}>
      <table className={styles['table']}>
        <caption>
          {title} <span>{countFigures(rows.length, 'cookie')}</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Value</th>
            <th scope="col">Attributes</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              <th scope="row">{row.name}</th>
              <td>{row.value === '' ? <span className={styles['empty']}>empty</span> : row.value}</td>
              <td className={styles['attributes']}>{row.attributes.join(' · ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );

/** The cookies that this exchange sent and was told to keep. */
export const CookiesView = ({
  exchange,
  revealed,
}: {
  readonly exchange: Exchange;
  readonly revealed: boolean;
}) => {
  const { sent, received } = useMemo(() => cookiesOf(exchange, revealed), [exchange, revealed]);
  return sent.length + received.length === 0 ? (
    <EmptyState>No cookie was sent, and none was set.</EmptyState>
  ) : (
    <div className={styles['cookies']}>
      <Cookies title="Set by the answer" rows={received} />
      <Cookies title="Sent" rows={sent} />
    </div>
  );
};
