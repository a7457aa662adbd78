import type { ReactNode } from 'react';
import type { FormField, Scheme } from '../../shared/schemes/scheme.ts';
import type { SchemeSettings } from '../../shared/workspace/draft.ts';
import { useVariableScope } from '../request/variable-values.ts';
import { currentRequest, useWindow } from '../state/store.ts';
import { FormGrid } from '../ui/FieldFrame.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './AuthForm.module.css';
import { BasicCodec } from './BasicCodec.tsx';
import { DiscoverButton } from './DiscoverButton.tsx';
import { openSettings, textSetting, type SettingValue } from './form-settings.ts';
import { SchemeForm } from './SchemeForm.tsx';
import { useDiscovery } from './use-discovery.ts';

interface AuthFormProps {
  readonly scheme: Scheme;
  readonly settings: SchemeSettings;
  readonly onChange: (change: Readonly<Record<string, SettingValue>>) => void;
  /** Rows before the scheme's own: the profile and the scheme. */
  readonly before: ReactNode;
  /** Rows after them: upkeep. */
  readonly after?: ReactNode;
}

/** A scheme's form with what helps to fill it in: discovery from an issuer, the Basic codec. */
export const AuthForm = ({ scheme, settings, onChange, before, after }: AuthFormProps) => {
  const environmentId = useWindow((state) => state.environmentId);
  const url = useWindow((state) => {
    const request = currentRequest(state);
    return request?.preview?.url ?? request?.draft.url ?? '';
  });
  const issuer = textSetting(scheme, settings, 'issuer');
  const discovery = useDiscovery(environmentId, useVariableScope(), issuer, onChange);
  const problem = scheme.problem?.(openSettings(scheme, settings));
  const beside = (field: FormField): ReactNode =>
    field.name === 'issuer' ? (
      <DiscoverButton
        state={discovery.state}
        isDisabled={issuer === ''}
        onDiscover={() => void discovery.read(issuer)}
      />
    ) : undefined;
  return (
    <div className={styles['form']}>
      <FormGrid>
        {before}
        <SchemeForm
          scheme={scheme}
          settings={settings}
          onChange={onChange}
          url={url}
          discovered={discovery.filled}
          beside={beside}
        />
        {after}
      </FormGrid>
      {problem !== undefined && <Notice tone="warned">{problem}</Notice>}
      {discovery.state.kind === 'failed' && <Notice tone="warned">{discovery.state.message}</Notice>}
      {scheme.challenges.includes('basic') && (
        <BasicCodec scheme={scheme} settings={settings} onChange={onChange} />
      )}
    </div>
  );
};
