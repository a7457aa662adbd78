import type { NetworkMode, NetworkSettings as Settings } from '../../shared/proxy/network-settings.ts';
import { parseProxyAddress } from '../../shared/proxy/proxy-address.ts';
import { actions, useWindow } from '../state/store.ts';
import { Select } from '../ui/Select.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { ProxyLoginFields } from '../workspace/ProxyLoginFields.tsx';

const modes: readonly { readonly id: NetworkMode; readonly label: string; readonly note: string }[] = [
  { id: 'environment', label: 'From the environment', note: 'http_proxy, https_proxy, no_proxy' },
  { id: 'manual', label: 'One proxy', note: 'for every request' },
  { id: 'pac', label: 'PAC file', note: 'says which proxy to use' },
  { id: 'none', label: 'No proxy', note: 'straight to the server' },
];

const problemOf = (url: string): string | undefined => {
  const read = url.trim() === '' ? undefined : parseProxyAddress(url);
  return typeof read === 'string' ? read : undefined;
};

/** How requests travel that choose no proxy of their own. */
export const NetworkSettings = () => {
  const network = useWindow((state) => state.network);
  const change = (part: Partial<Settings>): void => {
    actions.setNetwork({ ...network, ...part });
  };
  return (
    <>
      <Select
        label="Proxy"
        options={modes}
        value={network.mode}
        help="Unless a request names its own. Each exchange shows which it took, and why."
        onChange={(mode) => {
          change({ mode });
        }}
      />
      {network.mode === 'manual' && (
        <TextInput
          label="Address"
          value={network.url}
          placeholder="http://proxy.example.com:3128"
          help="http, https, socks5, or socks5h, which lets the proxy resolve names."
          error={problemOf(network.url)}
          onChange={(url) => {
            change({ url });
          }}
        />
      )}
      {network.mode === 'pac' && (
        <TextInput
          label="PAC file"
          value={network.pac}
          placeholder="http://wpad.example.com/proxy.pac"
          help="Address or path. Its script runs shut off from this computer, and gets no path or query to see."
          onChange={(pac) => {
            change({ pac });
          }}
        />
      )}
      {(network.mode === 'manual' || network.mode === 'pac') && (
        <ProxyLoginFields login={network} onChange={change} />
      )}
      {network.mode === 'manual' && (
        <TextInput
          label="Straight to"
          value={network.noProxy}
          placeholder="localhost, .example.com, 10.0.0.0/8"
          help="Hosts that are reached without the proxy; * for all."
          onChange={(noProxy) => {
            change({ noProxy });
          }}
        />
      )}
    </>
  );
};
