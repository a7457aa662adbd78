import { TriangleAlert } from 'lucide-react';
import type { Certificate, Exchange } from '../../shared/exchange/exchange.ts';
import { plainHostnameIn } from '../../shared/exchange/url.ts';
import { cx } from '../ui/cx.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { failingCertificate, missingIssuer } from './certificate-problems.ts';
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

const titleOf = (at: number, { subject, issuer }: Certificate): string =>
  at === 0 ? 'Certificate' : subject === issuer ? 'Authority' : 'Issuer';

/** The certificates from the server's own to the authority's; the one that fails says why. */
const Chain = ({ exchange }: { readonly exchange: Exchange }) => {
  const tls = exchange.connection?.tls;
  if (tls === undefined) return null;
  const { chain, problem } = tls;
  const atMs = exchange.timings.startedAtMs;
  const failing = problem === undefined ? undefined : failingCertificate(problem, chain, atMs);
  const missing = tls.authorized ? undefined : missingIssuer(chain);
  const { url } = exchange.request;
  const host = plainHostnameIn(url);
  return (
    <>
      {chain.map((certificate, at) => (
        <section key={certificate.fingerprint256} aria-label={`${titleOf(at, certificate)} ${at + 1}`}>
          <h2 className={styles['title']}>
            {titleOf(at, certificate)}{' '}
            <span>
              {at + 1} of {chain.length}
            </span>
          </h2>
          {failing?.at === at && (
            <p className={styles['failing']}>
              <TriangleAlert aria-hidden="true" /> Refused here: {failing.says}.
            </p>
          )}
          <Facts facts={certificateFacts(certificate, atMs, at === 0 ? host : undefined)} />
        </section>
      ))}
      {missing !== undefined && (
        <section aria-label="Missing issuer">
          <h2 className={styles['title']}>Issuer</h2>
          <p className={styles['missing']}>not sent: {missing}</p>
        </section>
      )}
    </>
  );
};

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
      <Chain exchange={exchange} />
    </div>
  );
};
