import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
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
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            Cancel
          </Button>
          <Button variant="filled" onPress={done}>
            {verb}
          </Button>
        </>
      }
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
