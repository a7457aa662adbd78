import { parseProxyAddress } from '../../shared/proxy/proxy-address.ts';
import type { DraftProxy } from '../../shared/workspace/draft.ts';
import { plainSecret } from '../../shared/workspace/secret.ts';
import { FormHeading } from '../ui/FieldFrame.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { ProxyLoginFields } from '../workspace/ProxyLoginFields.tsx';
import type { PartProps } from './setting-part.ts';

const problemOf = (url: string): string | undefined => {
  const read = url.includes('{{') ? undefined : parseProxyAddress(url);
  return typeof read === 'string' ? read : undefined;
};

/** A proxy of this request, in the place of the one in Settings. */
export const ProxySettings = ({ settings, onChange }: PartProps) => {
  const { proxy, noProxy } = settings;
  const change = (part: Partial<DraftProxy>): void => {
    const next = { url: '', username: '', password: plainSecret(''), ...proxy, ...part };
    onChange({ proxy: next.url === '' ? undefined : next });
  };
  return (
    <>
      <FormHeading>Proxy</FormHeading>
      <TextInput
        label="Address"
        takesVariables
        value={proxy?.url ?? ''}
        placeholder="As in Settings; http://127.0.0.1:3128"
        error={proxy === undefined ? undefined : problemOf(proxy.url)}
        onChange={(url) => {
          change({ url });
        }}
      />
      {proxy !== undefined && <ProxyLoginFields login={proxy} onChange={change} />}
      <TextInput
        label="Straight to"
        takesVariables
        value={noProxy ?? ''}
        placeholder="As in Settings; * for no proxy at all"
        onChange={(list) => {
          onChange({ noProxy: list === '' ? undefined : list });
        }}
      />
    </>
  );
};
