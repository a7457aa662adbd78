import { chooseProxy, type ProxyServer } from '../../shared/proxy/choice.ts';
import { noProxyVariable, type Environment } from '../../shared/proxy/environment.ts';
import type { DraftSettings } from '../../shared/workspace/draft.ts';
import { typedSecret } from '../../shared/workspace/secret.ts';
import type { Route } from '../net/transport-types.ts';

/** The way that curl itself would take: its arguments, then the environment; a no-proxy variable counts for both. */
export const curlProxies = (
  { proxy, noProxy }: Pick<DraftSettings, 'proxy' | 'noProxy'>,
  env: Environment,
): NonNullable<Route['proxyFor']> => {
  const none: ProxyServer = { url: '', username: '', password: '', scheme: 'basic' };
  const own = proxy === undefined || proxy.url === '' ? undefined : { ...none, ...opened(proxy) };
  const request = { proxy: own, noProxy: noProxy ?? (own && noProxyVariable(env)?.value) };
  return (url) => {
    const way = chooseProxy(
      { request, network: { mode: 'environment', proxy: none, noProxy: '' }, env },
      url,
    );
    return Promise.resolve(way === 'ask-pac' ? [] : [way]);
  };
};

const opened = ({
  url,
  username,
  password,
  scheme,
  verifyTls,
}: NonNullable<DraftSettings['proxy']>): Partial<ProxyServer> => ({
  url,
  username,
  password: typedSecret(password),
  ...(scheme === undefined ? {} : { scheme }),
  ...(verifyTls === undefined ? {} : { verifyTls }),
});
