import { Check, X } from 'lucide-react';
import type { Profile, TokenState } from '../../shared/workspace/profile.ts';
import { durationWords } from '../exchange/measures.ts';
import { clockTimeNear } from '../exchange/time-words.ts';
import type { AttemptRecord } from '../state/state.ts';
import { Button } from '../ui/Button.tsx';
import { Switch } from '../ui/Switch.tsx';
import styles from './AfterRemedy.module.css';
import type { RemedyStep } from './remedy-steps.ts';

/** What was done while the remedy ran, step by step. */
export const Steps = ({ steps }: { readonly steps: readonly RemedyStep[] }) => (
  <ol>
    {steps.map(({ text, where, ok, ms }, at) => (
      <li key={at} className={styles['step']}>
        {ok ? (
          <Check className={styles['ok']} role="img" aria-label="Done:" />
        ) : (
          <X className={styles['failed']} role="img" aria-label="Refused:" />
        )}
        <span>{text}</span>
        {ms !== undefined && <span className={styles['ms']}>{durationWords(ms)}</span>}
        <span className={styles['where']}>{where}</span>
      </li>
    ))}
  </ol>
);

/** Takes the change back: the request, and what of its profile or of the cookie jar went with it. */
export const UndoRemedy = ({
  remedy,
  onUndo,
}: {
  readonly remedy: NonNullable<AttemptRecord['remedy']>;
  readonly onUndo: () => void;
}) => (
  <p className={styles['undo']}>
    <Button variant="link" onPress={onUndo}>
      Undo the change
    </Button>
    <span className={styles['note']}>
      {[
        'The request',
        ...(remedy.undo.profile === undefined ? [] : [`the profile ${remedy.undo.profile.name}`]),
        ...(remedy.undo.cookies === undefined ? [] : ['the cookie jar']),
      ].join(', ')}{' '}
      as before; nothing is sent.
    </span>
  </p>
);

interface KeepAwayProps {
  readonly profile: Profile;
  readonly token: TokenState | undefined;
  readonly nowMs: number;
  readonly onRenew: (on: boolean) => void;
}

/** So that it stays away: the profile renews its token before it expires. */
export const KeepAway = ({ profile, token, nowMs, onRenew }: KeepAwayProps) => (
  <div className={styles['card']}>
    <span>Renew this token before it expires</span>
    <Switch label="Renew this token before it expires" isOn={profile.renew} onChange={onRenew} />
    <span className={styles['note']}>
      {profile.name}, 30&nbsp;s ahead.
      {token?.expiresAtMs === undefined
        ? ' When the token expires is not known.'
        : ` The next expiry is at ${clockTimeNear(token.expiresAtMs, nowMs)} UTC.`}
    </span>
  </div>
);
