import { useState } from 'react';
import { parseHostPattern } from '../../shared/workspace/host-pattern.ts';
import type { HostRule } from '../../shared/workspace/host-rule.ts';
import { workspaceScope } from '../../shared/workspace/variable-places.ts';
import { VariableFields } from '../request/VariableFields.tsx';
import { actions } from '../state/store.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { DialogActions } from '../ui/DialogActions.tsx';
import { FormGrid, FormRow } from '../ui/FieldFrame.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { ClientCertificateFields } from './ClientCertificateFields.tsx';

/** What holds for every request to some servers. Written when the dialog is left with Save. */
export const HostRuleDialog = ({
  rule,
  onClose,
}: {
  readonly rule: HostRule;
  readonly onClose: () => void;
}) => {
  const [edited, setEdited] = useState(rule);
  const isHost = parseHostPattern(edited.name) !== undefined;
  const save = (): void => {
    void actions.saveHostRule({ ...edited, name: edited.name.trim() });
    onClose();
  };
  return (
    <Dialog
      title={rule.name === '' ? 'New host' : rule.name}
      size="wide"
      onClose={onClose}
      actions={<DialogActions verb="Save" isDisabled={!isHost} onDone={save} onCancel={onClose} />}
    >
      <FormGrid>
        <TextInput
          label="Host"
          value={edited.name}
          autoFocus={rule.name === ''}
          placeholder="api.example.com, *.example.com or 10.0.0.7:8443"
          help="Holds for every request there, token requests and redirects included."
          error={
            edited.name === '' || isHost
              ? undefined
              : 'A host such as api.example.com, with or without a port.'
          }
          onChange={(name) => {
            setEdited({ ...edited, name });
          }}
        />
        <VariableFields scope={workspaceScope}>
          <ClientCertificateFields
            files={edited.clientCertificate}
            help="PEM or PKCS #12 file, shown to the server if it asks."
            onChange={(clientCertificate) => {
              const { clientCertificate: _, ...rest } = edited;
              setEdited(clientCertificate === undefined ? rest : { ...rest, clientCertificate });
            }}
          />
        </VariableFields>
        <FormRow label="Certificate">
          <Switch
            isOn={edited.verifyTls}
            onChange={(verifyTls) => {
              setEdited({ ...edited, verifyTls });
            }}
          >
            Check who answers
          </Switch>
        </FormRow>
      </FormGrid>
      {!edited.verifyTls && (
        <Notice tone="warned">
          Any computer in between can read what is sent to this host. Better: name the authority that signed
          its certificate in the settings of the request.
        </Notice>
      )}
    </Dialog>
  );
};
