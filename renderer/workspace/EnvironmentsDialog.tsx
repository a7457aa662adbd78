import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { Environment } from '../../shared/workspace/profile.ts';
import { workspaceScope } from '../../shared/workspace/variable-places.ts';
import { VariableFields } from '../request/VariableFields.tsx';
import { usePlacedVariables } from '../request/variable-values.ts';
import { VariableTable } from '../request/VariableTable.tsx';
import { freeName } from '../state/profiles.ts';
import { actions, useWindow } from '../state/store.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogActions } from '../ui/DialogActions.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './EnvironmentsDialog.module.css';

interface EditorProps {
  readonly environment: Environment;
  readonly onChange: (changed: Environment) => void;
}

const Variables = ({ environment, onChange }: EditorProps) => (
  <VariableTable
    variables={environment.variables}
    placed={usePlacedVariables()}
    place="environment"
    onChange={(variables) => {
      onChange({ ...environment, variables });
    }}
  />
);

const Editor = ({ environment, onChange }: EditorProps) => (
  <>
    <TextInput
      label="Name"
      face="ui"
      value={environment.name}
      onChange={(name) => {
        onChange({ ...environment, name });
      }}
    />
    <VariableFields scope={workspaceScope} environment={environment}>
      <Variables environment={environment} onChange={onChange} />
    </VariableFields>
  </>
);

/** Variables by environment. Written when the dialog is left with Save. */
export const EnvironmentsDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const environments = useWindow((state) => state.workspace.environments);
  const chosen = useWindow((state) => state.environmentId);
  const [edited, setEdited] = useState<Readonly<Record<string, Environment>>>({});
  const [shownId, setShownId] = useState(chosen);
  const all = [
    ...environments.map((environment) => edited[environment.id] ?? environment),
    ...Object.values(edited).filter(({ id }) => !environments.some((other) => other.id === id)),
  ];
  const shown = all.find(({ id }) => id === shownId) ?? all[0];

  const change = (changed: Environment): void => {
    setEdited({ ...edited, [changed.id]: changed });
  };
  const add = (): void => {
    const id = crypto.randomUUID();
    change({
      id,
      name: freeName(
        'New environment',
        all.map(({ name }) => name),
      ),
      variables: [],
    });
    setShownId(id);
  };
  const save = (): void => {
    for (const environment of Object.values(edited)) {
      const variables = environment.variables.filter(({ name }) => name.trim() !== '');
      void actions.saveEnvironment({ ...environment, name: environment.name.trim() || 'Unnamed', variables });
    }
    onClose();
  };

  return (
    <Dialog
      title="Environments"
      size="wide"
      onClose={onClose}
      actions={
        <DialogActions
          verb="Save"
          isDisabled={Object.keys(edited).length === 0}
          onDone={save}
          onCancel={onClose}
        >
          {shown !== undefined && environments.some(({ id }) => id === shown.id) && (
            <span className={styles['delete']}>
              <Button variant="quiet" onPress={() => void actions.deleteEnvironment(shown.id)}>
                Delete {shown.name}
              </Button>
            </span>
          )}
        </DialogActions>
      }
    >
      {shown === undefined ? (
        <EmptyState
          action={
            <Button icon={<Plus size={16} aria-hidden="true" />} onPress={add}>
              New environment
            </Button>
          }
        >
          An environment gives {'{{variables}}'} their values: one set for test, one for production.
        </EmptyState>
      ) : (
        <>
          <div className={styles['choose']}>
            <Select
              label="Environment"
              labelHidden
              look="strong"
              options={all.map(({ id, name }) => ({ id, label: name }))}
              value={shown.id}
              onChange={setShownId}
            />
            <Button icon={<Plus size={16} aria-hidden="true" />} onPress={add}>
              New
            </Button>
          </div>
          <Editor environment={shown} onChange={change} />
        </>
      )}
    </Dialog>
  );
};
