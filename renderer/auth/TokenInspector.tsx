import { useState } from 'react';
import type { Profile, TokenState } from '../../shared/workspace/profile.ts';
import { lifetimeDrawing } from '../diagnosis/lifetime.ts';
import { LifetimeFigure } from '../diagnosis/LifetimeFigure.tsx';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { Tabs, type TabItem } from '../ui/Tabs.tsx';
import type { ClaimContext } from './claim-words.ts';
import { DecodedToken } from './DecodedToken.tsx';
import { MaskedValue } from './MaskedValue.tsx';
import { openToken } from './open-secret.ts';
import styles from './TokenInspector.module.css';
import { TokenQuestions } from './TokenQuestions.tsx';
import { issuedAtMs, lifeSentence, type TokenDeed } from './token-words.ts';

interface TokenInspectorProps {
  readonly profile: Profile;
  readonly token: TokenState;
  readonly nowMs: number;
  readonly context: ClaimContext;
  readonly deeds: readonly TokenDeed[];
  /** Something is on its way: what it is. */
  readonly busy: string | undefined;
  readonly onDeed: (deed: TokenDeed) => void;
  readonly onForget: () => void;
}

type Which = 'access' | 'refresh' | 'id';

const labels: Readonly<Record<Which, string>> = {
  access: 'Access token',
  refresh: 'Refresh token',
  id: 'ID token',
};

const Life = ({ token, nowMs }: { readonly token: TokenState; readonly nowMs: number }) =>
  token.expiresAtMs === undefined ? null : (
    <div className={styles['life']}>
      <LifetimeFigure
        life={lifetimeDrawing(
          { issued: issuedAtMs(token) / 1000, ended: token.expiresAtMs / 1000, at: nowMs / 1000 },
          'now',
          0.7,
        )}
      />
    </div>
  );

const Access = ({ token, nowMs, context, deeds, busy, onDeed }: TokenInspectorProps) => {
  const { strong, rest, warned } = lifeSentence(token, nowMs);
  const [first, ...others] = deeds;
  return (
    <>
      <p className={styles['sentence']}>
        <span>
          <b className={cx(warned && styles['warned'])}>{strong}</b>
          {rest}
        </span>
        {first !== undefined && (
          <Button variant="link" busy={busy} onPress={() => onDeed(first)}>
            {first.label}
          </Button>
        )}
      </p>
      <Life token={token} nowMs={nowMs} />
      {others.length > 0 && (
        <p className={styles['others']}>
          {others.map((deed) => (
            <Button key={deed.how} isDisabled={busy !== undefined} onPress={() => onDeed(deed)}>
              {deed.label}
            </Button>
          ))}
        </p>
      )}
      {token.scope !== undefined && token.decoded?.claims['scope'] === undefined && (
        <p className={styles['quiet']}>
          Scope: <code>{token.scope}</code>
        </p>
      )}
      <DecodedToken decoded={token.decoded} context={context} />
    </>
  );
};

/** A profile's tokens in this environment: how long they live, what they say. Stored ones are opened only on demand. */
export const TokenInspector = (props: TokenInspectorProps) => {
  const { profile, token, context, busy, onForget } = props;
  const [chosen, choose] = useState<Which>('access');
  const which: readonly Which[] = [
    'access',
    ...(token.hasRefreshToken ? (['refresh'] as const) : []),
    ...(token.hasIdToken ? (['id'] as const) : []),
  ];
  const selected = which.includes(chosen) ? chosen : 'access';
  const tabs: readonly TabItem<Which>[] = which.map((id) => ({ id, label: labels[id] }));
  return (
    <section className={styles['inspector']} aria-label="Token">
      <Tabs
        label="Token"
        tabs={tabs}
        selected={selected}
        onSelect={choose}
        tools={
          <Button variant="quiet" size="dense" onPress={onForget}>
            Forget tokens
          </Button>
        }
      >
        <div className={styles['content']}>
          <MaskedValue
            key={`${selected}${token.obtainedAtMs}`}
            label={labels[selected]}
            {...(selected === 'access' ? { tail: token.tail, note: `${token.length} characters` } : {})}
            open={async () => openToken(profile.id, token.environmentId, selected)}
          />
          {selected === 'access' && <Access {...props} />}
          {selected === 'refresh' && (
            <p className={styles['quiet']}>
              Buys new access tokens without a login. It goes to the token endpoint and nowhere else.
            </p>
          )}
          {selected !== 'id' && (
            <TokenQuestions
              key={`${profile.id} ${selected} ${token.obtainedAtMs}`}
              profileId={profile.id}
              which={selected}
              isBusy={busy !== undefined}
            />
          )}
          {selected === 'id' && <DecodedToken decoded={token.decodedIdToken} context={context} />}
        </div>
      </Tabs>
    </section>
  );
};
