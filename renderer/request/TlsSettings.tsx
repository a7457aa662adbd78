import { FormHeading, FormRow } from '../ui/FieldFrame.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Select } from '../ui/Select.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import type { PartProps } from './setting-part.ts';
import { ClientCertificateFields } from '../workspace/ClientCertificateFields.tsx';
import { textOrNone } from './setting-values.ts';
import styles from './SettingsTab.module.css';

const oldest = [
  { id: 'usual', label: 'As usual', note: 'TLS 1.2' },
  { id: '1.0', label: 'TLS 1.0', note: 'broken, for old machines only' },
  { id: '1.1', label: 'TLS 1.1', note: 'broken, for old machines only' },
  { id: '1.2', label: 'TLS 1.2' },
  { id: '1.3', label: 'TLS 1.3' },
] as const;

const newest = [
  { id: 'usual', label: 'As usual', note: 'TLS 1.3' },
  ...oldest.filter(({ id }) => id !== 'usual'),
] as const;

/** Whom the request trusts, and how it is encrypted. */
export const TlsSettings = ({ settings, onChange }: PartProps) => (
  <>
    <FormHeading>TLS</FormHeading>
    <FormRow label="Certificate">
      <Switch
        isOn={settings.verifyTls}
        onChange={(verifyTls) => {
          onChange({ verifyTls });
        }}
      >
        Check who answers
      </Switch>
    </FormRow>
    {!settings.verifyTls && (
      <div className={styles['wide']}>
        <Notice tone="warned">
          Any computer in between can read this request, its credentials included. Switch the check on again,
          or name the authority that signed the certificate.
        </Notice>
      </div>
    )}
    <TextInput
      label="Authority file"
      takesVariables
      value={settings.caFile ?? ''}
      placeholder="/etc/ssl/company-ca.pem"
      help="PEM file with authorities to trust besides those of the system."
      onChange={(caFile) => {
        onChange({ caFile: textOrNone(caFile) });
      }}
    />
    <ClientCertificateFields
      files={settings.clientCertificate}
      help="Shown to this request’s own server, before one of Settings, Hosts."
      onChange={(clientCertificate) => {
        onChange({ clientCertificate });
      }}
    />
    <Select
      label="Oldest version"
      options={oldest}
      value={settings.tlsMinimum ?? 'usual'}
      onChange={(version) => {
        onChange({ tlsMinimum: version === 'usual' ? undefined : version });
      }}
    />
    <Select
      label="Newest version"
      options={newest}
      value={settings.tlsMaximum ?? 'usual'}
      onChange={(version) => {
        onChange({ tlsMaximum: version === 'usual' ? undefined : version });
      }}
    />
    <TextInput
      label="Server name"
      takesVariables
      value={settings.serverName ?? ''}
      placeholder="The host of the address"
      help="Named to the server in the handshake (SNI); its certificate must bear this name."
      onChange={(typed) => {
        onChange({ serverName: textOrNone(typed) });
      }}
    />
  </>
);
