import { plainSecret } from '../../shared/workspace/secret.ts';
import type { DraftSettings } from '../../shared/workspace/draft.ts';
import { host } from '../host.ts';
import { actions } from '../state/store.ts';
import { FormGrid, FormHeading, FormRow } from '../ui/FieldFrame.tsx';
import { SecretInput } from '../ui/SecretInput.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './SettingsTab.module.css';
import { ConnectionSettings } from './ConnectionSettings.tsx';
import { ParsedInput } from './ParsedInput.tsx';
import type { PartProps } from './setting-part.ts';
import { originsOf, originsText, wholeNumber } from './setting-values.ts';
import { TlsSettings } from './TlsSettings.tsx';
import { useDraftPart } from './use-draft.ts';

const Redirects = ({ settings, onChange }: PartProps) => (
  <>
    <FormHeading>Redirects</FormHeading>
    <FormRow label="Follow">
      <Switch
        isOn={settings.followRedirects}
        onChange={(followRedirects) => {
          onChange({ followRedirects });
        }}
      >
        Each hop is an exchange of its own
      </Switch>
    </FormRow>
    {settings.followRedirects && (
      <>
        <ParsedInput
          label="At most"
          isShort
          help="Hops before the attempt ends."
          text={String(settings.maxRedirects)}
          parse={(typed) => wholeNumber(typed, 50)}
          problem="A number from 0 to 50."
          onChange={(maxRedirects) => {
            onChange({ maxRedirects });
          }}
        />
        <ParsedInput
          label="Trusted origins"
          help="Credentials follow a redirect only within one origin, and to these."
          text={originsText(settings.trustedOrigins)}
          parse={originsOf}
          problem="Origins such as https://eu.api.example.com, separated by spaces."
          onChange={(trustedOrigins) => {
            onChange({ trustedOrigins: [...trustedOrigins] });
          }}
        />
      </>
    )}
  </>
);

const openSecret = (ref: string) => async (): Promise<string | undefined> => {
  const reply = await host().call('revealSecret', { ref });
  if (reply.ok) return reply.value;
  actions.notify({ tone: 'refused', text: reply.error.message });
  return undefined;
};

const Proxy = ({ settings, onChange }: PartProps) => {
  const proxy = settings.proxy;
  const password = proxy?.password ?? plainSecret('');
  const change = (part: Partial<NonNullable<DraftSettings['proxy']>>): void => {
    const next = { url: '', username: '', password: plainSecret(''), ...proxy, ...part };
    onChange({ proxy: next.url === '' ? undefined : next });
  };
  return (
    <>
      <FormHeading>Proxy</FormHeading>
      <TextInput
        label="Address"
        value={proxy?.url ?? ''}
        placeholder="None; http://127.0.0.1:3128"
        onChange={(url) => {
          change({ url });
        }}
      />
      {proxy !== undefined && (
        <>
          <TextInput
            label="User name"
            value={proxy.username}
            onChange={(username) => {
              change({ username });
            }}
          />
          <SecretInput
            label="Password"
            value={
              'ref' in password
                ? { kind: 'stored', tail: password.tail }
                : { kind: 'typed', text: password.plain }
            }
            open={'ref' in password ? openSecret(password.ref) : undefined}
            onChange={(text) => {
              change({ password: plainSecret(text) });
            }}
          />
        </>
      )}
    </>
  );
};

export const SettingsTab = () => {
  const [settings, setSettings] = useDraftPart('settings');
  if (settings === undefined) return undefined;
  const onChange = (change: Partial<DraftSettings>): void => {
    setSettings({ ...settings, ...change });
  };
  return (
    <div className={styles['settings']}>
      <FormGrid>
        <Redirects settings={settings} onChange={onChange} />
        <ConnectionSettings settings={settings} onChange={onChange} />
        <TlsSettings settings={settings} onChange={onChange} />
        <Proxy settings={settings} onChange={onChange} />
      </FormGrid>
    </div>
  );
};
