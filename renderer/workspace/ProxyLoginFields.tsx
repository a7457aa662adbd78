import type { ProxyAuthScheme } from '../../shared/proxy/network-settings.ts';
import { plainSecret, type SecretText } from '../../shared/workspace/secret.ts';
import { openSecret } from '../auth/open-secret.ts';
import { SecretInput } from '../ui/SecretInput.tsx';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';

export interface ProxyLoginValues {
  readonly username: string;
  readonly password: SecretText;
  readonly scheme?: ProxyAuthScheme | undefined;
}

const schemes: readonly { readonly id: ProxyAuthScheme; readonly label: string; readonly note?: string }[] = [
  { id: 'automatic', label: 'What it asks for', note: 'the strongest it offers' },
  { id: 'basic', label: 'Basic', note: 'sent before it asks' },
  { id: 'digest', label: 'Digest' },
  { id: 'ntlm', label: 'NTLM', note: 'DOMAIN\\user' },
  { id: 'negotiate', label: 'Negotiate', note: 'your Kerberos ticket' },
];

/** Who logs in to a proxy, and how: the password shows once a user is named, whom a ticket does without. */
export const ProxyLoginFields = ({
  login,
  onChange,
}: {
  readonly login: ProxyLoginValues;
  readonly onChange: (part: Partial<ProxyLoginValues & { scheme: ProxyAuthScheme }>) => void;
}) => {
  const { username, password, scheme = 'automatic' } = login;
  return (
    <>
      <TextInput
        label="User name"
        takesVariables
        value={username}
        placeholder="None"
        onChange={(typed) => {
          onChange({ username: typed });
        }}
      />
      {username !== '' && scheme !== 'negotiate' && (
        <SecretInput
          label="Password"
          takesVariables
          value={
            'ref' in password
              ? { kind: 'stored', tail: password.tail }
              : { kind: 'typed', text: password.plain }
          }
          open={'ref' in password ? () => openSecret(password.ref) : undefined}
          onChange={(text) => {
            onChange({ password: plainSecret(text) });
          }}
        />
      )}
      <Select
        label="Log in by"
        options={schemes}
        value={scheme}
        onChange={(chosen) => {
          onChange({ scheme: chosen });
        }}
      />
    </>
  );
};
