import type { TokenState } from '../../shared/workspace/profile.ts';
import { cx } from '../ui/cx.ts';
import { claimRows, headerRows, type ClaimContext, type ClaimRow } from './claim-words.ts';
import styles from './DecodedToken.module.css';

/** Claims or header parameters, one a line, with what each means. */
export const Claims = ({ title, rows }: { readonly title: string; readonly rows: readonly ClaimRow[] }) => (
  <section className={styles['part']} aria-label={title}>
    <h3 className={styles['heading']}>{title}</h3>
    <dl>
      {rows.map(({ name, value, words, warned }) => (
        <div key={name} className={styles['claim']}>
          <dt>{name}</dt>
          <dd className={styles['value']} title={value}>
            {value}
          </dd>
          <dd className={cx(styles['words'], warned && styles['warned'])}>{words}</dd>
        </div>
      ))}
    </dl>
  </section>
);

/** What a token says of itself, told against a moment. `decoded` is absent for one that is no JSON Web Token. */
export const DecodedToken = ({
  decoded,
  context,
}: {
  readonly decoded: TokenState['decoded'];
  readonly context: ClaimContext;
}) =>
  decoded === undefined ? (
    <p className={styles['quiet']}>Opaque: only the server that gave it can read it.</p>
  ) : (
    <>
      <Claims title="Claims" rows={claimRows(decoded.claims, context)} />
      <Claims title="Header" rows={headerRows(decoded.header)} />
      <p className={styles['quiet']}>Signature not checked.</p>
    </>
  );
