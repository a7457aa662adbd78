import { Plus } from 'lucide-react';
import { GridList, GridListItem } from 'react-aria-components';
import { schemeById } from '../../shared/schemes/index.ts';
import type { Profile, TokenState } from '../../shared/workspace/profile.ts';
import { remainingWords } from '../exchange/time-words.ts';
import { currentProfile, tokenOf } from '../state/selectors.ts';
import { actions, useWindow } from '../state/store.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { useNow } from '../ui/use-now.ts';
import { profileMenu } from './row-menus.ts';
import styles from './Sidebar.module.css';
import { onRowMenu, RowEnd, SectionWords, SidebarSection, type OpenMenu } from './SidebarSection.tsx';

/** Time left of the token, "expired", or the scheme where there is no token to speak of. */
const TokenFact = ({
  profile,
  token,
}: {
  readonly profile: Profile;
  readonly token: TokenState | undefined;
}) => {
  const now = useNow();
  if (token?.expiresAtMs === undefined) return schemeById(profile.scheme)?.label ?? profile.scheme;
  const left = (token.expiresAtMs - now) / 1000;
  return left <= 0 ? <span data-warned>expired</span> : remainingWords(left);
};

const Row = ({ profile, onMenu }: { readonly profile: Profile; readonly onMenu: OpenMenu }) => {
  const token = useWindow((state) => tokenOf(state, profile.id));
  const isUsed = useWindow((state) => currentProfile(state)?.id === profile.id);
  const groups = () => profileMenu(profile, token !== undefined);
  return (
    <GridListItem
      id={profile.id}
      textValue={profile.name}
      className={styles['row'] ?? ''}
      data-used={isUsed || undefined}
    >
      <div className={styles['inner']} onContextMenu={onRowMenu(profile.name, groups, onMenu)}>
        <span className={styles['name']}>{profile.name}</span>
        <RowEnd label={profile.name} groups={groups} onMenu={onMenu}>
          <TokenFact profile={profile} token={token} />
        </RowEnd>
      </div>
    </GridListItem>
  );
};

export const ProfileList = ({ onMenu }: { readonly onMenu: OpenMenu }) => {
  const profiles = useWindow((state) => state.workspace.profiles);
  const vault = useWindow((state) => state.host.vault.kind);
  return (
    <SidebarSection
      title="Profiles"
      action={
        <IconButton
          label="New profile"
          size="small"
          placement="right"
          onPress={() => void actions.newProfile()}
        >
          <Plus aria-hidden="true" />
        </IconButton>
      }
    >
      {profiles.length === 0 ? (
        <SectionWords>
          One login, used by many requests. Secrets stay in the {vault === 'keychain' ? 'keychain' : 'vault'}.
        </SectionWords>
      ) : (
        <GridList
          aria-label="Profiles"
          className={styles['list'] ?? ''}
          items={profiles}
          onAction={(key) => {
            actions.chooseProfile(String(key));
          }}
        >
          {(profile) => <Row profile={profile} onMenu={onMenu} />}
        </GridList>
      )}
    </SidebarSection>
  );
};
