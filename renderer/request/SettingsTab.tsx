import { plainSecret } from '../../shared/workspace/secret.ts';
import type { DraftSettings } from '../../shared/workspace/draft.ts';
import { host } from '../host.ts';
import { actions } from '../state/store.ts';
import { FormGrid, FormHeading, FormRow } from '../ui/FieldFrame.tsx';
import { Notice } from '../ui/Notice.tsx';
import { SecretInput } from '../ui/SecretInput.tsx';
import { Switch } from '../ui/Switch.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import styles from './SettingsTab.module.css';
import { originsOf, originsText, secondsOf, secondsText, wholeNumber } from './setting-values.ts';
import { useDraftPart } from './use-draft.ts';
import { useState } from 'react';

interface PartProps {
  readonly settings: DraftSettings;
  readonly onChange: (change: Partial<DraftSettings>) => void;
}

/** A field whose text is not always a value: what is typed stays until it is one. */
const ParsedInput = <T,>({
  label,
  help,
  text,
  parse,
  problem,
  isShort = false,
  onChange,
}: {
  readonly label: string;
  readonly help: string;
  readonly text: string;
  readonly parse: (typed: string) => T | undefined;
  readonly problem: string;
  readonly isShort?: boolean;
  readonly onChange: (value: T) => void;
}) => {
  const [typed, setTyped] = useState<string>();
  return (
    <TextInput
      label={label}
      help={help}
      isShort={isShort}
      value={typed ?? text}
      error={typed !== undefined && parse(typed) === undefined ? problem : undefined}
      onChange={(next) => {
        setTyped(next);
        const value = parse(next);
        if (value !== undefined) onChange(value);
      }}
      onBlur={() => {
        setTyped(undefined);
      }}
    />
  );
};

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

const Connection = ({ settings, onChange }: PartProps) => (
  <>
    <FormHeading>Connection</FormHeading>
    <ParsedInput
      label="Deadline"
      isShort
      help="Seconds for the whole attempt; 0 means none."
      text={secondsText(settings.timeoutMs)}
      parse={secondsOf}
      problem="Seconds from 0 to 3600."
      onChange={(timeoutMs) => {
        onChange({ timeoutMs });
      }}
    />
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
      value={settings.caFile ?? ''}
      placeholder="/etc/ssl/company-ca.pem"
      help="PEM file with authorities to trust besides those of the system."
      onChange={(caFile) => {
        onChange({ caFile: caFile === '' ? undefined : caFile });
      }}
    />
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
        <Connection settings={settings} onChange={onChange} />
        <Proxy settings={settings} onChange={onChange} />
      </FormGrid>
    </div>
  );
};
