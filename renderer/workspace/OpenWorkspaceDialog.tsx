import { useState } from 'react';
import { actions, useWindow } from '../state/store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogActions } from '../ui/DialogActions.tsx';
import { TextInput } from '../ui/TextInput.tsx';

/** A folder of the engine's machine; it need not exist yet. */
export const OpenWorkspaceDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const current = useWindow((state) => state.workspace.folder);
  const [folder, setFolder] = useState(current);
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const open = async (): Promise<void> => {
    if (folder.trim() === '' || busy) return;
    setBusy(true);
    const failed = await actions.openWorkspace(folder.trim());
    setBusy(false);
    setProblem(failed);
    if (failed === undefined) onClose();
  };
  return (
    <Dialog
      title="Open workspace"
      onClose={onClose}
      actions={
        <DialogActions
          verb="Open"
          busy={busy ? 'Opening…' : undefined}
          onDone={() => void open()}
          onCancel={onClose}
        />
      }
    >
      <TextInput
        label="Folder"
        autoFocus
        value={folder}
        error={problem}
        help="A folder of readable files that belongs in git. One that does not exist is made."
        onEnter={() => void open()}
        onChange={(text) => {
          setFolder(text);
          setProblem(undefined);
        }}
      />
    </Dialog>
  );
};
