import { useState } from 'react';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogActions } from '../ui/DialogActions.tsx';
import { TextInput } from '../ui/TextInput.tsx';

interface NameDialogProps {
  readonly title: string;
  readonly name: string;
  /** "Rename": the verb on the button. */
  readonly verb: string;
  readonly onName: (name: string) => void;
  readonly onClose: () => void;
}

export const NameDialog = ({ title, name, verb, onName, onClose }: NameDialogProps) => {
  const [typed, setTyped] = useState(name);
  const [problem, setProblem] = useState<string>();
  const done = (): void => {
    if (typed.trim() === '') {
      setProblem('Give it a name.');
      return;
    }
    onName(typed.trim());
    onClose();
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={<DialogActions verb={verb} onDone={done} onCancel={onClose} />}
    >
      <TextInput
        label="Name"
        face="ui"
        autoFocus
        value={typed}
        error={problem}
        onEnter={done}
        onChange={(text) => {
          setTyped(text);
          setProblem(undefined);
        }}
      />
    </Dialog>
  );
};
