import { noProxyVariable, proxyVariable, type Environment } from './environment.ts';
import type { NetworkMode, ProxyAuthScheme } from './network-settings.ts';
import { noProxyEntry } from './no-proxy.ts';

/** A proxy with the credentials for it, opened. */
export interface ProxyServer {
  readonly url: string;
  /** Before the one in the address. */
  readonly username: string;
  readonly password: string;
  readonly scheme: ProxyAuthScheme;
  /** Whether the certificate of an HTTPS proxy is checked; as the server's where absent. */
  readonly verifyTls?: boolean;
}

/** One way to a server: through a proxy, or straight. */
export interface Way {
  readonly proxy: ProxyServer | undefined;
  /** For a person: "from https_proxy in the environment". Absent where nothing was ever set. */
  readonly why: string | undefined;
}

/** What is known before an address is: the request's own wish, the app's setting, the process. Secrets are opened. */
export interface ProxyWishes {
  readonly request: {
    readonly proxy: ProxyServer | undefined;
    /** Takes the place of every other no-proxy list. */
    readonly noProxy: string | undefined;
  };
  readonly network: {
    readonly mode: NetworkMode;
    readonly proxy: ProxyServer;
    readonly noProxy: string;
  };
  readonly env: Environment;
}

const straight = (why?: string): Way => ({ proxy: undefined, why });

/** Decides the way to a URL; `ask-pac` where only the PAC file can. */
export const chooseProxy = ({ request, network, env }: ProxyWishes, url: string): Way | 'ask-pac' => {
  const unlessListed = (list: string, whose: string, through: () => Way | 'ask-pac'): Way | 'ask-pac' => {
    const entry = noProxyEntry(list, url);
    if (entry === undefined) return through();
    return straight(`straight: ${entry} is in ${whose}`);
  };
  const byNetwork = (): Way | 'ask-pac' => {
    switch (network.mode) {
      case 'none':
        return straight();
      case 'environment':
        return byEnvironment();
      case 'manual':
        return network.proxy.url.trim() === ''
          ? straight()
          : { proxy: network.proxy, why: 'from the network settings' };
      case 'pac':
        return 'ask-pac';
      default:
        return network.mode satisfies never;
    }
  };
  const byEnvironment = (): Way => {
    const named = proxyVariable(env, url);
    if (named === undefined) return straight();
    const proxy = { url: named.value, username: '', password: '', scheme: network.proxy.scheme };
    return { proxy, why: `from ${named.name} in the environment` };
  };

  const own = request.proxy;
  const chosen = own === undefined ? byNetwork : (): Way => ({ proxy: own, why: 'from this request' });
  if (request.noProxy !== undefined) {
    return unlessListed(request.noProxy, 'the no-proxy list of this request', chosen);
  }
  if (own !== undefined) return chosen();
  if (network.mode === 'manual')
    return unlessListed(network.noProxy, 'the no-proxy list of the settings', chosen);
  const listed = noProxyVariable(env);
  const mayMatter = network.mode === 'environment' && proxyVariable(env, url) !== undefined;
  return mayMatter && listed !== undefined ? unlessListed(listed.value, listed.name, chosen) : chosen();
};
