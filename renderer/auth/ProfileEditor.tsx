import { Ellipsis, X } from 'lucide-react';
import { useMemo } from 'react';
import { schemeById } from '../../shared/schemes/index.ts';
import type { Profile } from '../../shared/workspace/profile.ts';
import { countFigures } from '../exchange/measures.ts';
import { actions, tokenOf, useWindow, usesOfProfile } from '../state/store.ts';
import type { OpenRequest } from '../state/state.ts';
import { Button } from '../ui/Button.tsx';
import { FormHeading, FormRow } from '../ui/FieldFrame.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Select } from '../ui/Select.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { useNow } from '../ui/use-now.ts';
import { schemeOptions, schemeUses } from './auth-choice.ts';
import { workspaceScope } from '../../shared/workspace/variable-places.ts';
import { VariableFields } from '../request/VariableFields.tsx';
import { AuthForm } from './AuthForm.tsx';
import { AuthPicker } from './AuthPicker.tsx';
import type { ClaimContext } from './claim-words.ts';
import { textSetting } from './form-settings.ts';
import styles from './ProfileEditor.module.css';
import { TokenInspector } from './TokenInspector.tsx';
import type { TokenDeed } from './token-words.ts';
import { useProfileEdits } from './use-profile-edits.ts';

interface ProfileEditorProps {
  readonly profile: Profile;
  readonly request: OpenRequest;
  readonly deeds: readonly TokenDeed[];
  /** Back to the brief view. */
  readonly onDone: () => void;
}

const ProfileMenu = ({ profile, onDone }: Pick<ProfileEditorProps, 'profile' | 'onDone'>) => (
  <Menu
    label={`Profile ${profile.name}`}
    placement="bottom end"
    groups={[
      [
        { id: 'duplicate', label: 'Duplicate', run: () => void actions.duplicateProfile(profile.id) },
        { id: 'done', label: 'Close the editor', run: onDone },
      ],
      [{ id: 'delete', label: 'Delete', tone: 'refused', run: () => void actions.deleteProfile(profile.id) }],
    ]}
  >
    <IconButton label="More about this profile">
      <Ellipsis aria-hidden="true" />
    </IconButton>
  </Menu>
);

/** Which profile, how many requests use it, and what can be done with it as a whole. */
const ProfileRow = ({ profile, request, onDone }: Omit<ProfileEditorProps, 'deeds'>) => {
  const uses = useWindow((state) => usesOfProfile(state, profile.id));
  return (
    <FormRow label="Profile">
      <div className={styles['profile']}>
        <span className={styles['picker']}>
          <AuthPicker auth={request.draft.auth} look="field" labelHidden />
        </span>
        <span className={styles['uses']}>used by {countFigures(uses, 'request')}</span>
        <span className={styles['more']}>
          {request.shown.kind !== 'nothing' && (
            <Button variant="quiet" onPress={onDone}>
              Done
            </Button>
          )}
          <ProfileMenu profile={profile} onDone={onDone} />
        </span>
      </div>
    </FormRow>
  );
};

const Upkeep = ({
  profile,
  edit,
  renewable,
}: {
  readonly profile: Profile;
  readonly edit: (change: Partial<Profile>) => void;
  readonly renewable: boolean;
}) => {
  if (!renewable && profile.trustedOrigins.length === 0) return null;
  return (
    <>
      <FormHeading>Upkeep</FormHeading>
      {renewable && (
        <FormRow label="Renew">
          <Switch isOn={profile.renew} onChange={(renew) => edit({ renew })}>
            <span className={styles['words']}>30&nbsp;s before the token expires</span>
          </Switch>
        </FormRow>
      )}
      {profile.trustedOrigins.length > 0 && (
        <FormRow label="Redirects to">
          <ul className={styles['origins']}>
            {profile.trustedOrigins.map((origin) => (
              <li key={origin}>
                <code>{origin}</code>
                <IconButton
                  label={`No longer send credentials to ${origin}`}
                  size="small"
                  onPress={() => {
                    edit({ trustedOrigins: profile.trustedOrigins.filter((other) => other !== origin) });
                  }}
                >
                  <X aria-hidden="true" />
                </IconButton>
              </li>
            ))}
          </ul>
        </FormRow>
      )}
    </>
  );
};

/** A profile whole: its settings at the left, its tokens at the right. */
export const ProfileEditor = ({ profile: stored, request, deeds, onDone }: ProfileEditorProps) => {
  const { profile, edit, flush } = useProfileEdits(stored, actions.saveProfile);
  const token = useWindow((state) => tokenOf(state, stored.id));
  const workspace = useWindow((state) => state.workspace);
  const options = useMemo(() => schemeOptions(schemeUses(workspace)), [workspace]);
  const now = useNow();
  const scheme = schemeById(profile.scheme);
  const busy = request.sending?.label;
  if (scheme === undefined) {
    return (
      <div className={styles['unknown']}>
        <Notice tone="warned">
          The scheme “{profile.scheme}” is not known to this version. The profile is left as it is.
        </Notice>
      </div>
    );
  }
  const obtain = (deed: TokenDeed): void => {
    flush();
    void actions.obtainToken(stored.id, deed.how);
  };
  const context: ClaimContext = {
    atMs: now,
    relation: 'now',
    url: request.preview?.url ?? request.draft.url,
    issuer: textSetting(scheme, profile.settings, 'issuer'),
    askedScope: textSetting(scheme, profile.settings, 'scope'),
  };
  const hasTokens = deeds.length > 0;
  return (
    <section className={styles['editor']} data-columns={hasTokens ? 'two' : 'one'} aria-label="Profile">
      <div onBlur={flush}>
        <VariableFields scope={workspaceScope}>
          <AuthForm
            key={scheme.id}
            scheme={scheme}
            settings={profile.settings}
            onChange={(change) => edit({ settings: { ...profile.settings, ...change } })}
            before={
              <>
                <ProfileRow profile={stored} request={request} onDone={onDone} />
                <TextInput
                  label="Name"
                  face="ui"
                  value={profile.name}
                  error={
                    profile.name.trim() === ''
                      ? 'A profile needs a name; the old one is kept until then.'
                      : undefined
                  }
                  onChange={(name) => edit({ name })}
                  onEnter={flush}
                />
                <Select
                  label="Scheme"
                  search="Search schemes"
                  options={options}
                  value={profile.scheme}
                  onChange={(id) => edit({ scheme: id, settings: {} })}
                />
              </>
            }
            after={<Upkeep profile={profile} edit={edit} renewable={hasTokens} />}
          />
        </VariableFields>
      </div>
      {hasTokens && (
        <div className={styles['token']}>
          {token === undefined ? (
            <div className={styles['none']}>
              <p>No token in this environment yet.</p>
              {deeds.map((deed) => (
                <Button key={deed.how} busy={busy} onPress={() => obtain(deed)}>
                  {deed.label}
                </Button>
              ))}
            </div>
          ) : (
            <TokenInspector
              profile={stored}
              token={token}
              nowMs={now}
              context={context}
              deeds={deeds}
              busy={busy}
              onDeed={obtain}
              onForget={() => void actions.forgetTokens(stored.id)}
            />
          )}
        </div>
      )}
    </section>
  );
};
