import { useMemo, useState } from 'react';
import type { Exchange } from '../../../shared/exchange/exchange.ts';
import { claimRows, headerRows, type ClaimContext } from '../../auth/claim-words.ts';
import { Claims } from '../../auth/DecodedToken.tsx';
import type { AttemptRecord } from '../../state/state.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextInput } from '../../ui/TextInput.tsx';
import { countWords } from '../measures.ts';
import { comparableTokens } from './comparable-tokens.ts';
import { ComparedTokens } from './ComparedTokens.tsx';
import { SignatureCheck } from './SignatureCheck.tsx';
import { pastedToken, tokensIn, type FoundToken } from './tokens-in.ts';
import styles from './TokensView.module.css';

interface TokensViewProps {
  readonly exchange: Exchange;
  /** All attempts of the request. */
  readonly attempts: readonly AttemptRecord[];
  /** Issuer of the profile in use. */
  readonly issuer: string | undefined;
}

const Said = ({ token, context }: { readonly token: FoundToken; readonly context: ClaimContext }) => {
  const { decoded } = token;
  return decoded.kind === 'encrypted' ? (
    <>
      <p className={styles['words']}>Encrypted: only whom it is for can read its claims.</p>
      <Claims title="Header" rows={headerRows(decoded.header)} />
    </>
  ) : (
    <>
      <Claims title="Claims" rows={claimRows(decoded.jwt.claims, context)} />
      <Claims title="Header" rows={headerRows(decoded.jwt.header)} />
    </>
  );
};

/** Names another token: one of this request's, or one that is pasted. */
const Comparison = ({
  token,
  others,
  context,
}: {
  readonly token: FoundToken;
  readonly others: readonly FoundToken[];
  readonly context: ClaimContext;
}) => {
  const [chosen, choose] = useState('nothing');
  const [pasted, setPasted] = useState('');
  const options = [
    { id: 'nothing', label: 'nothing' },
    { id: 'pasted', label: 'a pasted token' },
    ...others.map(({ where }, at) => ({ id: String(at), label: where })),
  ];
  const other = chosen === 'pasted' ? pastedToken(pasted) : others[Number(chosen)];
  return (
    <>
      <div className={styles['choice']}>
        <Select label="Compare with" options={options} value={chosen} onChange={choose} />
      </div>
      {chosen === 'pasted' && (
        <TextInput
          label="Token to compare with"
          value={pasted}
          placeholder="eyJ…"
          isConcealed
          error={
            pasted.trim() !== '' && other === undefined
              ? 'No JSON Web Token is in it; it begins with eyJ and has three parts.'
              : undefined
          }
          onChange={setPasted}
        />
      )}
      {other !== undefined && <ComparedTokens left={token} right={other} context={context} />}
    </>
  );
};

/** Every readable token of the exchange: what it says, whether its signature is good, how it differs from another. */
export const TokensView = ({ exchange, attempts, issuer }: TokensViewProps) => {
  const tokens = useMemo(() => tokensIn(exchange), [exchange]);
  const [chosen, choose] = useState('0');
  const token = tokens[Number(chosen)] ?? tokens[0];
  const others = useMemo(
    () =>
      token === undefined
        ? []
        : comparableTokens(
            token,
            exchange,
            attempts.map(({ attempt }) => attempt),
          ),
    [token, exchange, attempts],
  );
  if (token === undefined) return <EmptyState>No readable token is in this exchange.</EmptyState>;
  const context: ClaimContext = {
    atMs: exchange.timings.startedAtMs,
    relation: 'request',
    url: exchange.request.url,
    ...(issuer === undefined ? {} : { issuer }),
  };
  return (
    <div className={styles['tokens']}>
      {tokens.length > 1 ? (
        <div className={styles['choice']}>
          <Select
            label="Token"
            options={tokens.map(({ where }, at) => ({ id: String(at), label: where }))}
            value={String(tokens.indexOf(token))}
            onChange={choose}
          />
        </div>
      ) : (
        <h2 className={styles['title']}>{token.where}</h2>
      )}
      <p className={styles['words']}>
        {token.text.length} characters
        {token.further > 0 && `, and ${countWords(token.further, 'more time')} in this exchange`}
      </p>
      <SignatureCheck key={token.text} token={token} />
      <Comparison key={`with ${token.text}`} token={token} others={others} context={context} />
      <Said token={token} context={context} />
    </div>
  );
};
