import type { Handlers } from '../../shared/ipc/contract.ts';
import type { ProxyServer } from '../../shared/proxy/choice.ts';
import {
  networkPreference,
  networkSettingsIn,
  type NetworkSettings,
} from '../../shared/proxy/network-settings.ts';
import { openSecret } from '../../shared/workspace/credentials.ts';
import type { DraftProxy } from '../../shared/workspace/draft.ts';
import type { OpenNetwork } from '../net/proxies/proxy-chooser.ts';
import type { Preferences } from '../storage/preferences.ts';
import { newSecretId } from '../vault/vault.ts';
import type { Vault } from '../vault/vault-types.ts';
import type { EngineContext } from './context.ts';

/** The app's own setting with its password opened. */
export const openNetwork = async (preferences: Preferences, vault: Vault): Promise<OpenNetwork> => {
  const { mode, url, username, password, scheme, noProxy, pac } = networkSettingsIn(preferences.current());
  const needed = mode === 'manual' || mode === 'pac';
  const opened = needed ? await openSecret(password, (ref) => vault.get(ref)) : '';
  return { mode, proxy: { url, username, password: opened, scheme }, noProxy, pac };
};

/** A request's own proxy with its password opened; `undefined` where its address is empty. */
export const openProxyServer = async (
  proxy: DraftProxy | undefined,
  vault: Pick<Vault, 'get'>,
  fill: (text: string) => string,
): Promise<ProxyServer | undefined> => {
  if (proxy === undefined || proxy.url.trim() === '') return undefined;
  const { url, username, password, scheme = 'automatic', verifyTls } = proxy;
  return {
    url: fill(url).trim(),
    username: fill(username),
    password: fill(await openSecret(password, (ref) => vault.get(ref))),
    scheme,
    ...(verifyTls === undefined ? {} : { verifyTls }),
  };
};

/** The password goes into the vault under the id that it had; the preferences only point at it. */
const saveNetwork = async (
  { preferences, vault }: Pick<EngineContext, 'preferences' | 'vault'>,
  network: NetworkSettings,
): Promise<NetworkSettings> => {
  const before = networkSettingsIn(preferences.current()).password;
  const typed = 'plain' in network.password ? network.password.plain : undefined;
  const id = 'ref' in before ? before.ref : newSecretId();
  const password = typed === undefined ? before : typed === '' ? { plain: '' } : { ref: id };
  if (typed !== undefined && typed !== '') await vault.put(typed, id);
  const saved = { ...network, password };
  await preferences.save({ [networkPreference]: saved });
  if (typed === '' && 'ref' in before) await vault.remove([before.ref]);
  return saved;
};

export const networkHandlers = (context: EngineContext): Pick<Handlers, 'saveNetwork'> => ({
  saveNetwork: ({ network }) => saveNetwork(context, network),
});
