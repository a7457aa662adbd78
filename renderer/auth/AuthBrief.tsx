import type { ReactNode } from 'react';
import { effectiveAuth, type AuthPlace } from '../../shared/workspace/effective-auth.ts';
import type { Profile } from '../../shared/workspace/profile.ts';
import { actions, tokenOf, useWindow } from '../state/store.ts';
import type { OpenRequest } from '../state/state.ts';
import { Button } from '../ui/Button.tsx';
import { cx } from '../ui/cx.ts';
import { secretDots } from '../ui/use-secret-text.tsx';
import { useNow } from '../ui/use-now.ts';
import { EffectiveAuthLine } from './EffectiveAuthLine.tsx';
import { schemeSummary } from './auth-choice.ts';
import styles from './AuthBrief.module.css';
import { AuthPicker } from './AuthPicker.tsx';
import { tokenLife, type TokenDeed } from './token-words.ts';
import { SentLines } from './WillSend.tsx';

interface AuthBriefProps {
  readonly request: OpenRequest;
  readonly profile: Profile | undefined;
  readonly deeds: readonly TokenDeed[];
  readonly onEdit: () => void;
  /** What the checks say of it, at the end of the line that will be sent. */
  readonly check: ReactNode;
}

const summaryOf = ({ draft: { auth } }: OpenRequest, profile: Profile | undefined): string => {
  switch (auth.kind) {
    case 'inherit':
    case 'none':
      return '';
    case 'profile':
      return profile === undefined
        ? 'deleted; choose another'
        : schemeSummary(profile.scheme, profile.settings);
    case 'own':
      return schemeSummary(auth.scheme, auth.settings);
    default:
      return auth satisfies never;
  }
};

const TokenRow = ({
  profile,
  deeds,
  busy,
  onEdit,
}: {
  readonly profile: Profile;
  readonly deeds: readonly TokenDeed[];
  readonly busy: string | undefined;
  readonly onEdit: () => void;
}) => {
  const token = useWindow((state) => tokenOf(state, profile.id));
  const { words, warned } = tokenLife(token, useNow());
  const [deed] = deeds;
  return (
    <div className={styles['row']}>
      <dt>Access token</dt>
      <dd>
        {token !== undefined && (
          <span className={styles['wire']} role="img" aria-label={`masked, ends in ${token.tail}`}>
            {secretDots}
            {token.tail}
          </span>
        )}
        <span className={cx(styles['life'], warned && styles['warned'])}>{words}</span>
      </dd>
      <dd className={styles['do']}>
        {token !== undefined ? (
          <Button variant="quiet" size="dense" onPress={onEdit}>
            Inspect
          </Button>
        ) : (
          deed !== undefined && (
            <Button
              variant="quiet"
              size="dense"
              busy={busy}
              onPress={() => void actions.obtainToken(profile.id, deed.how)}
            >
              {deed.label}
            </Button>
          )
        )}
      </dd>
    </div>
  );
};

/** Opens what the request inherits from; where nothing is set yet, the nearest place that could be. */
const EditInherited = ({
  from,
  folder,
}: {
  readonly from: AuthPlace;
  readonly folder: readonly string[];
}) => {
  const path = from.kind === 'folder' ? from.path : from.kind === 'workspace' ? [] : folder;
  return (
    <Button
      variant="quiet"
      size="dense"
      onPress={() => {
        actions.openDialog({ kind: 'folder-auth', path });
      }}
    >
      {path.length === 0 ? 'Workspace auth…' : 'Folder auth…'}
    </Button>
  );
};

/** Which profile, what is left of its token, and the line that will be sent. */
export const AuthBrief = ({ request, profile, deeds, onEdit, check }: AuthBriefProps) => {
  const { auth } = request.draft;
  const folders = useWindow((state) => state.workspace.folders);
  const { from } = effectiveAuth(request.draft, folders);
  const isSet = auth.kind === 'own' || profile !== undefined;
  return (
    <dl className={styles['brief']}>
      <div className={styles['row']}>
        <dt>{auth.kind === 'profile' ? 'Profile' : 'Scheme'}</dt>
        <dd>
          <span className={styles['picker']}>
            <AuthPicker auth={auth} look="quiet" labelHidden />
          </span>
          <span className={styles['summary']}>
            {auth.kind === 'inherit' ? <EffectiveAuthLine request={request} /> : summaryOf(request, profile)}
          </span>
        </dd>
        <dd className={styles['do']}>
          {isSet && (
            <Button variant="quiet" size="dense" onPress={onEdit}>
              {profile === undefined ? 'Edit' : 'Edit profile'}
            </Button>
          )}
          {auth.kind === 'inherit' && <EditInherited from={from} folder={request.draft.folder} />}
        </dd>
      </div>
      {profile !== undefined && deeds.length > 0 && (
        <TokenRow profile={profile} deeds={deeds} busy={request.sending?.label} onEdit={onEdit} />
      )}
      <div className={styles['row']}>
        <dt>Will send</dt>
        <dd className={styles['lines']}>
          <SentLines preview={request.preview} />
        </dd>
        {check !== null && <dd className={styles['check']}>{check}</dd>}
      </div>
    </dl>
  );
};
