import { useState } from 'react';
import { hostIn } from '../../../shared/exchange/url.ts';
import type { TokenChecked } from '../../../shared/ipc/replies.ts';
import { host } from '../../host.ts';
import { useWindow } from '../../state/store.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import styles from './TokensView.module.css';
import type { FoundToken } from './tokens-in.ts';

const tones = { good: 'accepted', bad: 'refused', 'not-checked': 'neutral' } as const;

const issuerHost = ({ decoded }: FoundToken): string | undefined => {
  const issuer = decoded.kind === 'jwt' ? decoded.jwt.claims['iss'] : undefined;
  return typeof issuer === 'string' ? hostIn(issuer) : undefined;
};

/** Asks the issuer for its keys, only when a person wants it, and says what they make of the signature. */
export const SignatureCheck = ({ token }: { readonly token: FoundToken }) => {
  const environmentId = useWindow((state) => state.environmentId);
  const [checked, setChecked] = useState<TokenChecked>();
  const [busy, setBusy] = useState(false);
  const check = async (): Promise<void> => {
    setBusy(true);
    const reply = await host().call('checkToken', { token: token.text, environmentId });
    setBusy(false);
    setChecked(reply.ok ? reply.value : { verdict: 'not-checked', says: reply.error.message });
  };
  const from = issuerHost(token);
  return (
    <div className={styles['check']}>
      <p className={styles['bar']}>
        <Button size="dense" busy={busy ? 'Checking…' : undefined} onPress={() => void check()}>
          Check the signature
        </Button>
        <span className={styles['words']}>
          {from === undefined
            ? 'Nothing is fetched: it names no issuer with an address.'
            : `Fetches the public keys of ${from}; the token stays here.`}
        </span>
      </p>
      {checked !== undefined && <Notice tone={tones[checked.verdict]}>{checked.says}</Notice>}
    </div>
  );
};
