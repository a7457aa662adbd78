import { useState } from 'react';
import { VisuallyHidden } from 'react-aria-components';
import { schemeById } from '../../shared/schemes/index.ts';
import { effectiveAuth } from '../../shared/workspace/effective-auth.ts';
import type { Profile } from '../../shared/workspace/profile.ts';
import { actions, currentProfile, currentRequest, shownRecord, tokenOf, useWindow } from '../state/store.ts';
import type { OpenRequest, WindowState } from '../state/state.ts';
import { AuthBrief } from './AuthBrief.tsx';
import styles from './AuthTab.module.css';
import { EffectiveAuthLine } from './EffectiveAuthLine.tsx';
import { LoginWait } from './LoginWait.tsx';
import { OwnAuthEditor } from './OwnAuthEditor.tsx';
import { ProfileEditor } from './ProfileEditor.tsx';
import { tokenDeeds, type TokenDeed } from './token-words.ts';
import { SentLines, Preflight } from './WillSend.tsx';

const none: readonly TokenDeed[] = [];

/** What the app can do about the token of the profile in use. */
const useDeeds = (profile: Profile | undefined): readonly TokenDeed[] => {
  const token = useWindow((state) => (profile === undefined ? undefined : tokenOf(state, profile.id)));
  const scheme = profile === undefined ? undefined : schemeById(profile.scheme);
  return profile === undefined || scheme === undefined ? none : tokenDeeds(scheme, profile, token);
};

/** The verdict beside it says what the check would say, and more. */
const verdictIsShown = (state: WindowState): boolean =>
  state.view.diagnosisOpen && shownRecord(state)?.diagnosis.failed === true;

const sendWith = (deed: TokenDeed): void => {
  void actions.send({ token: deed.how });
};

const Editor = ({
  request,
  profile,
  deeds,
  onDone,
}: {
  readonly request: OpenRequest;
  readonly profile: Profile | undefined;
  readonly deeds: readonly TokenDeed[];
  readonly onDone: () => void;
}) => (
  <div className={styles['editor']}>
    <VisuallyHidden elementType="h2">Authentication</VisuallyHidden>
    <div className={styles['top']}>
      <div className={styles['will']}>
        <span className={styles['label']}>Will send</span>
        <div className={styles['lines']}>
          <SentLines preview={request.preview} />
          {request.draft.auth.kind === 'inherit' && (
            <span className={styles['label']}>
              <EffectiveAuthLine request={request} />
            </span>
          )}
        </div>
      </div>
      <Preflight
        preview={request.preview}
        deeds={deeds}
        onSend={sendWith}
        isBusy={request.sending !== undefined}
      />
    </div>
    {profile === undefined ? (
      <OwnAuthEditor auth={request.draft.auth} />
    ) : (
      <ProfileEditor key={profile.id} profile={profile} request={request} deeds={deeds} onDone={onDone} />
    )}
  </div>
);

/** How the request proves who sends it: in brief beside an exchange, in full while there is none or it is asked for. */
export const AuthTab = () => {
  const request = useWindow(currentRequest);
  const profile = useWindow(currentProfile);
  const deeds = useDeeds(profile);
  const isToldAlready = useWindow(verdictIsShown);
  const folders = useWindow((state) => state.workspace.folders);
  const [wished, wish] = useState<boolean>();
  if (request === undefined) return null;
  const effective = effectiveAuth(request.draft, folders);
  const { auth } = effective;
  const isFresh = request.shown.kind === 'nothing' && request.sending === undefined;
  const inFull = auth.kind !== 'none' && (wished ?? isFresh);
  const { login, startedAtMs = 0, sendId = '' } = request.sending ?? {};
  return (
    <div className={styles['auth']}>
      {login !== undefined && (
        <LoginWait
          key={sendId}
          login={login}
          sendId={sendId}
          startedAtMs={startedAtMs}
          onCancel={actions.cancel}
        />
      )}
      {inFull && (request.draft.auth.kind === 'own' || profile !== undefined) ? (
        <Editor
          request={request}
          profile={profile}
          deeds={deeds}
          onDone={() => {
            wish(false);
          }}
        />
      ) : (
        <AuthBrief
          request={request}
          profile={profile}
          deeds={deeds}
          onEdit={() => {
            wish(true);
          }}
          check={
            isToldAlready ? null : (
              <Preflight
                preview={request.preview}
                deeds={deeds}
                onSend={sendWith}
                isBusy={request.sending !== undefined}
                inline
              />
            )
          }
        />
      )}
    </div>
  );
};
