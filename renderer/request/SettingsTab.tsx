import type { DraftSettings } from '../../shared/workspace/draft.ts';
import { FormGrid, FormHeading, FormRow } from '../ui/FieldFrame.tsx';
import { Switch } from '../ui/Switch.tsx';
import styles from './SettingsTab.module.css';
import { ConnectionSettings } from './ConnectionSettings.tsx';
import { ParsedInput } from './ParsedInput.tsx';
import { ProxySettings } from './ProxySettings.tsx';
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
        <ProxySettings settings={settings} onChange={onChange} />
      </FormGrid>
    </div>
  );
};
