import { actions, useWindow } from '../state/store.ts';
import { FormRow } from '../ui/FieldFrame.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { HostRules } from './HostRules.tsx';
import type { SettingsSection } from './sections.ts';

const Hosts = () => (
  <FormRow label="Hosts">
    <HostRules />
  </FormRow>
);

const Authorities = () => {
  const authorityFile = useWindow((state) => state.settings.authorityFile);
  return (
    <TextInput
      label="Authority file"
      value={authorityFile}
      placeholder="/etc/ssl/company-ca.pem"
      help="PEM file with authorities that every request trusts besides those of the system, such as your company’s."
      onChange={(path) => {
        actions.changeSettings({ authorityFile: path });
      }}
    />
  );
};

export const servers: SettingsSection = {
  id: 'servers',
  title: 'TLS and certificates',
  rows: [
    {
      id: 'hosts',
      label: 'Hosts',
      words: 'client certificate mtls insecure unchecked verify self-signed key pfx p12',
      Row: Hosts,
    },
    {
      id: 'authorities',
      label: 'Authority file',
      words: 'ca certificate authority trust root company corporate pem',
      Row: Authorities,
    },
  ],
};
