import type { Exchange } from '../../shared/exchange/exchange.ts';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { evidenceIn, indexesIn } from './evidence-places.ts';
import { EvidenceNumbers } from './EvidenceNumbers.tsx';
import type { Thread } from './thread.ts';
import { certificateFacts, connectionFacts, type Fact } from './tls-facts.ts';
import styles from './TlsView.module.css';

const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <dl className={styles['facts']}>
    {facts.map(({ name, value, words, warned }) => (
      <div key={name} className={styles['fact']}>
        <dt>{name}</dt>
        <dd>{value}</dd>
        {words !== '' && <dd className={cx(styles['words'], warned && styles['warned'])}>{words}</dd>}
      </div>
    ))}
  </dl>
);

/** How the server was reached and whom its certificate names. */
export const TlsView = ({
  exchange,
  index,
  thread,
}: {
  readonly exchange: Exchange;
  readonly index: number;
  readonly thread: Thread;
}) => {
  const facts = connectionFacts(exchange);
  if (facts.length === 0) return <EmptyState>Nothing is known of the connection.</EmptyState>;
  return (
    <div className={styles['tls']}>
      <section>
        <h2 className={styles['title']}>
          Connection
          <EvidenceNumbers
            evidence={indexesIn(evidenceIn(thread.evidence, index), 'connection')}
            thread={thread}
          />
        </h2>
        <Facts facts={facts} />
      </section>
      {exchange.connection?.tls?.chain.map((certificate, at) => (
        <section key={certificate.fingerprint256}>
          <h2 className={styles['title']}>
            {at === 0 ? 'Certificate' : 'Issuer'} <span>{certificate.subject}</span>
          </h2>
          <Facts facts={certificateFacts(certificate, exchange.timings.startedAtMs)} />
        </section>
      ))}
    </div>
  );
};
