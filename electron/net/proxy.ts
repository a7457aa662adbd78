import type { ProxyServer } from '../../shared/proxy/choice.ts';
import type { ProxyAuthScheme } from '../../shared/proxy/network-settings.ts';
import { parseProxyAddress } from '../../shared/proxy/proxy-address.ts';
import type { Route } from './transport-types.ts';

/** A proxy that can be used: where it is, what it speaks, and who asks. */
export interface Proxy {
  /** `plain` and `secure` are HTTP proxies, reached without and with TLS. */
  readonly kind: 'plain' | 'secure' | 'socks';
  readonly hostname: string;
  readonly port: number;
  readonly hostAndPort: string;
  /** Empty where neither the settings nor the address name a user. */
  readonly username: string;
  readonly password: string;
  readonly scheme: ProxyAuthScheme;
  /** Of a SOCKS proxy: it is handed names, not addresses. */
  readonly resolvesNames: boolean;
  /** Of an HTTPS proxy: whether its certificate is checked. */
  readonly verifyTls: boolean;
}

/** A sentence where the proxy of a route cannot be used. */
export const proxyOf = ({ proxy, verifyTls }: Route): Proxy | string | undefined =>
  proxy === undefined || proxy.url.trim() === '' ? undefined : openProxy(proxy, verifyTls);

const openProxy = (proxy: ProxyServer, verifyTls: boolean): Proxy | string => {
  const address = parseProxyAddress(proxy.url);
  if (typeof address === 'string') return address;
  const { kind, hostname, port, hostAndPort } = address;
  const { username, password } = proxy.username === '' ? address : proxy;
  return {
    kind: kind === 'http' ? 'plain' : kind === 'https' ? 'secure' : 'socks',
    hostname,
    port,
    hostAndPort,
    username,
    password,
    scheme: proxy.scheme,
    resolvesNames: kind === 'socks5h',
    verifyTls: proxy.verifyTls ?? verifyTls,
  };
};
