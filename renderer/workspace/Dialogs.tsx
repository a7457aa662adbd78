import { FolderAuthDialog } from '../auth/FolderAuthDialog.tsx';
import { CompareDialog } from '../compare/CompareDialog.tsx';
import { CookieDialog } from '../cookies/CookieDialog.tsx';
import { ImportCookiesDialog } from '../cookies/ImportCookiesDialog.tsx';
import { GuideDialog } from '../guide/GuideDialog.tsx';
import { CauseDialog } from '../handbook/CauseDialog.tsx';
import { ReportDialog } from '../diagnosis/ReportDialog.tsx';
import { actions, useWindow } from '../state/store.ts';
import { SettingsDialog } from '../settings/SettingsDialog.tsx';
import { EnvironmentsDialog } from './EnvironmentsDialog.tsx';
import { ExportCollectionDialog } from './ExportCollectionDialog.tsx';
import { ExportDialog } from './ExportDialog.tsx';
import { FolderVariablesDialog } from './FolderVariablesDialog.tsx';
import { HostRuleDialog } from './HostRuleDialog.tsx';
import { ImportCollectionDialog } from './ImportCollectionDialog.tsx';
import { LessonsDialog } from './LessonsDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';
import { NameDialog } from './NameDialog.tsx';
import { OpenWorkspaceDialog } from './OpenWorkspaceDialog.tsx';
import { PinWithSecretsDialog } from './PinWithSecretsDialog.tsx';
import { SaveRequestDialog } from './SaveRequestDialog.tsx';
import { ShortcutsDialog } from './ShortcutsDialog.tsx';

const close = (): void => {
  actions.openDialog(undefined);
};

const openSettings = (): void => {
  actions.openDialog({ kind: 'settings' });
};

const RenameProfile = ({ id }: { readonly id: string }) => {
  const profile = useWindow((state) => state.workspace.profiles.find((other) => other.id === id));
  return profile === undefined ? undefined : (
    <NameDialog
      title="Rename profile"
      verb="Rename"
      name={profile.name}
      onClose={close}
      onName={(name) => void actions.saveProfile({ ...profile, name })}
    />
  );
};

/** The dialog that is open, if there is one. */
export const Dialogs = () => {
  const dialog = useWindow((state) => state.view.dialog);
  switch (dialog?.kind) {
    case 'environments':
      return <EnvironmentsDialog onClose={close} />;
    case 'export':
      return <ExportDialog onClose={close} />;
    case 'save-request':
      return <SaveRequestDialog onClose={close} />;
    case 'move':
      return <MoveDialog node={dialog.node} onClose={close} />;
    case 'rename-profile':
      return <RenameProfile id={dialog.id} />;
    case 'save-profile':
      return (
        <NameDialog
          title="Save as profile"
          verb="Save"
          name={dialog.profile.name}
          onClose={close}
          onName={(name) => {
            void actions.saveProfile({ ...dialog.profile, name }).then((saved) => {
              if (saved !== undefined) actions.chooseProfile(saved.id);
            });
          }}
        />
      );
    case 'cookie':
      return <CookieDialog cookie={dialog.cookie} isNew={dialog.isNew} onClose={close} />;
    case 'import-cookies':
      return <ImportCookiesDialog onClose={close} />;
    case 'import-collection':
      return <ImportCollectionDialog files={dialog.files} preview={dialog.preview} onClose={close} />;
    case 'folder-auth':
      return <FolderAuthDialog path={dialog.path} onClose={close} />;
    case 'folder-variables':
      return <FolderVariablesDialog path={dialog.path} onClose={close} />;
    case 'guide':
      return <GuideDialog page={dialog.page} onClose={close} />;
    case 'pin-with-secrets':
      return <PinWithSecretsDialog id={dialog.id} onClose={close} />;
    case 'host-rule':
      return <HostRuleDialog rule={dialog.rule} onClose={openSettings} />;
    case 'settings':
      return <SettingsDialog search={dialog.search ?? ''} onClose={close} />;
    case 'shortcuts':
      return <ShortcutsDialog onClose={close} />;
    case 'export-collection':
      return <ExportCollectionDialog folder={dialog.folder} onClose={close} />;
    case 'lessons':
      return <LessonsDialog onClose={close} />;
    case 'open-workspace':
      return <OpenWorkspaceDialog onClose={close} />;
    case 'compare-with':
      return <CompareDialog onClose={close} />;
    case 'cause':
      return (
        <CauseDialog
          cause={dialog.cause}
          onCause={(cause) => {
            actions.openDialog({ kind: 'cause', cause });
          }}
          onClose={close}
        />
      );
    case 'report':
      return <ReportDialog onClose={close} />;
    case undefined:
      return undefined;
  }
};
