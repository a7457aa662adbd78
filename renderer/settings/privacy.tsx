import { actions, useWindow } from '../state/store.ts';
import { FormRow } from '../ui/FieldFrame.tsx';
import { Switch } from '../ui/Switch.tsx';
import type { SettingsSection } from './sections.ts';

const Leaves = () => (
  <FormRow label="What is sent">
    <p>
      Your requests, what their profiles need to log in, and what you ask for. No usage data, no accounts, no
      look-ups.
    </p>
  </FormRow>
);

const UserAgent = () => {
  const isOn = useWindow((state) => state.settings.newRequestUserAgent);
  return (
    <FormRow label="User-Agent" help="Of new requests. Any request can switch it off under Headers.">
      <Switch
        isOn={isOn}
        onChange={(newRequestUserAgent) => {
          actions.changeSettings({ newRequestUserAgent });
        }}
      >
        Say that why401 asks
      </Switch>
    </FormRow>
  );
};

const Secrets = () => {
  const { vault } = useWindow((state) => state.host);
  return (
    <FormRow label="Secrets">
      <p>
        {vault.kind === 'keychain'
          ? 'Encrypted on this computer; the key lies in its keychain.'
          : 'Encrypted on this computer; the key lies in a file that only you can read.'}
      </p>
    </FormRow>
  );
};

export const privacy: SettingsSection = {
  id: 'privacy',
  title: 'Privacy',
  rows: [
    { id: 'leaves', label: 'What is sent', words: 'telemetry usage data tracking account', Row: Leaves },
    { id: 'user-agent', label: 'User-Agent', words: 'header name fingerprint', Row: UserAgent },
    { id: 'secrets', label: 'Secrets', words: 'vault keychain encryption password token', Row: Secrets },
  ],
};
