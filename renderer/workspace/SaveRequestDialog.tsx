import { useState } from 'react';
import { currentRequest } from '../state/selectors.ts';
import { actions, useWindow } from '../state/store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogActions } from '../ui/DialogActions.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { FolderInput, readFolder } from './FolderInput.tsx';
import { titleOf } from './tree.ts';

export const SaveRequestDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const draft = useWindow((state) => currentRequest(state)?.draft);
  const workspace = useWindow((state) => state.workspace);
  const [name, setName] = useState(draft === undefined ? '' : titleOf(draft));
  const [folder, setFolder] = useState(draft?.folder.join(' / ') ?? '');
  const [problem, setProblem] = useState<string>();

  const save = (): void => {
    if (name.trim() === '') {
      setProblem('Give it a name.');
      return;
    }
    void actions.saveRequest(name.trim(), readFolder(folder));
    onClose();
  };
  return (
    <Dialog
      title="Save request"
      onClose={onClose}
      actions={<DialogActions verb="Save" onDone={save} onCancel={onClose} />}
    >
      <TextInput
        label="Name"
        face="ui"
        autoFocus
        value={name}
        error={problem}
        onEnter={save}
        onChange={(text) => {
          setName(text);
          setProblem(undefined);
        }}
      />
      <FolderInput value={folder} onChange={setFolder} onEnter={save} />
      <p>
        Saved as a readable file in {workspace.folder === '' ? 'the workspace' : workspace.folder}. Secrets
        stay in the vault and never reach the file.
      </p>
    </Dialog>
  );
};
