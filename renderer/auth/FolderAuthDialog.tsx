import { useMemo, useState } from 'react';
import { schemeById } from '../../shared/schemes/index.ts';
import type { DraftAuth } from '../../shared/workspace/draft.ts';
import { effectiveAuthWords, inheritedAuth } from '../../shared/workspace/effective-auth.ts';
import { folderAt } from '../../shared/workspace/folder.ts';
import { VariableFields } from '../request/VariableFields.tsx';
import { actions, useWindow } from '../state/store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogActions } from '../ui/DialogActions.tsx';
import { Select } from '../ui/Select.tsx';
import { authName, authOptionOf, authOptions, chooseAuth, schemeSummary, schemeUses } from './auth-choice.ts';
import { AuthForm } from './AuthForm.tsx';
import styles from './FolderAuthDialog.module.css';

interface FolderAuthDialogProps {
  /** Names of folders, outermost first; empty for the workspace. */
  readonly path: readonly string[];
  readonly onClose: () => void;
}

const useFolderAuth = (path: readonly string[]): DraftAuth => {
  const folders = useWindow((state) => state.workspace.folders);
  const { auth } = folderAt(folders, path);
  return auth.kind === 'inherit' && path.length === 0 ? { kind: 'none' } : auth;
};

/** What choosing this means for the requests inside, in one line. */
const useMeaning = (auth: DraftAuth, path: readonly string[]): string => {
  const { folders, profiles } = useWindow((state) => state.workspace);
  switch (auth.kind) {
    case 'inherit':
      return effectiveAuthWords(inheritedAuth(path.slice(0, -1), folders), (one) => authName(one, profiles));
    case 'none':
      return 'Requests that inherit are sent without credentials.';
    case 'profile': {
      const profile = profiles.find(({ id }) => id === auth.profileId);
      return profile === undefined
        ? 'This profile was deleted; choose another.'
        : schemeSummary(profile.scheme, profile.settings);
    }
    case 'own':
      return schemeSummary(auth.scheme, auth.settings);
    default:
      return auth satisfies never;
  }
};

/** The auth that requests in a folder, or in the whole workspace, inherit. Written when it is left with Save. */
export const FolderAuthDialog = ({ path, onClose }: FolderAuthDialogProps) => {
  const stored = useFolderAuth(path);
  const workspace = useWindow((state) => state.workspace);
  const [edited, edit] = useState<DraftAuth>();
  const auth = edited ?? stored;
  const isWorkspace = path.length === 0;
  const options = useMemo(
    () => authOptions(workspace.profiles, schemeUses(workspace), isWorkspace ? 'workspace' : 'folder'),
    [workspace, isWorkspace],
  );
  const scope = useMemo(() => ({ folder: [...path] }), [path]);
  const meaning = useMeaning(auth, path);
  const scheme = auth.kind === 'own' ? schemeById(auth.scheme) : undefined;

  const save = (): void => {
    const saved: DraftAuth = isWorkspace && auth.kind === 'none' ? { kind: 'inherit' } : auth;
    void actions.saveFolder({ ...folderAt(workspace.folders, path), auth: saved });
    onClose();
  };
  const picker = (
    <Select
      label="Authentication"
      placeholder="Profile is gone"
      search="Search profiles and schemes"
      options={options}
      value={authOptionOf(auth)}
      onChange={(option) => {
        edit(chooseAuth(option, auth));
      }}
    />
  );

  return (
    <Dialog
      title={isWorkspace ? 'Auth of the workspace' : `Auth of folder ${path.join(' / ')}`}
      size="wide"
      onClose={onClose}
      actions={
        <DialogActions verb="Save" isDisabled={edited === undefined} onDone={save} onCancel={onClose} />
      }
    >
      <p className={styles['purpose']}>
        Requests in {isWorkspace ? 'the workspace' : 'this folder'} whose auth is set to Inherit are sent with
        it, unless a nearer folder has its own.
      </p>
      {auth.kind === 'own' && scheme !== undefined ? (
        <div className={styles['form']}>
          <VariableFields scope={scope}>
            <AuthForm
              key={scheme.id}
              scheme={scheme}
              settings={auth.settings}
              onChange={(change) => {
                edit({ ...auth, settings: { ...auth.settings, ...change } });
              }}
              before={picker}
            />
          </VariableFields>
        </div>
      ) : (
        <>
          {picker}
          <p className={styles['meaning']}>{meaning}</p>
        </>
      )}
    </Dialog>
  );
};
