import { useMemo, useState } from 'react';
import { folderAt } from '../../shared/workspace/folder.ts';
import { placedVariables } from '../../shared/workspace/variable-places.ts';
import type { Variable } from '../../shared/workspace/variable.ts';
import { VariableFields } from '../request/VariableFields.tsx';
import { VariableTable } from '../request/VariableTable.tsx';
import { currentEnvironment } from '../state/selectors.ts';
import { actions, useWindow } from '../state/store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogActions } from '../ui/DialogActions.tsx';
import styles from './FolderVariablesDialog.module.css';

interface FolderVariablesDialogProps {
  /** Names of folders, outermost first; empty for the workspace. */
  readonly path: readonly string[];
  readonly onClose: () => void;
}

/** Variables for all requests of a folder, or of the workspace. Written when it is left with Save. */
export const FolderVariablesDialog = ({ path, onClose }: FolderVariablesDialogProps) => {
  const folders = useWindow((state) => state.workspace.folders);
  const environment = useWindow(currentEnvironment);
  const [edited, edit] = useState<readonly Variable[]>();
  const stored = useMemo(() => folderAt(folders, path), [folders, path]);
  const variables = useMemo(() => edited ?? stored.variables ?? [], [edited, stored]);
  const isWorkspace = path.length === 0;
  const scope = useMemo(() => ({ folder: [...path] }), [path]);
  const placed = useMemo(() => {
    const others = folders.filter((folder) => folder !== stored);
    return placedVariables(scope, {
      folders: [...others, { ...stored, variables: [...variables] }],
      environment,
    });
  }, [folders, stored, variables, environment, scope]);

  const save = (): void => {
    const { variables: _, ...rest } = stored;
    const named = variables.filter(({ name }) => name.trim() !== '');
    void actions.saveFolder(named.length === 0 ? rest : { ...rest, variables: named });
    onClose();
  };

  return (
    <Dialog
      title={isWorkspace ? 'Variables of the workspace' : `Variables of folder ${path.join(' / ')}`}
      size="wide"
      onClose={onClose}
      actions={
        <DialogActions verb="Save" isDisabled={edited === undefined} onDone={save} onCancel={onClose} />
      }
    >
      <p className={styles['purpose']}>
        {isWorkspace
          ? 'They count for every request, unless the environment, a folder or the request has one of that name.'
          : 'They count for every request in this folder, before those of the environment, unless a nearer folder or the request has one of that name.'}
      </p>
      <VariableFields scope={scope}>
        <VariableTable
          variables={variables}
          placed={placed}
          place={isWorkspace ? 'workspace' : 'folder'}
          onChange={edit}
        />
      </VariableFields>
    </Dialog>
  );
};
