import { utf8ByteString } from '../exchange/bytes.ts';
import type { ProxyServer } from '../proxy/choice.ts';
import type { ProxyAuthScheme } from '../proxy/network-settings.ts';

/** The way that a request takes, as far as curl would not take it by itself. */
export interface CurlProxySource {
  readonly proxy?: ProxyServer;
  /** Hosts that curl must reach without a proxy. */
  readonly noProxy?: string;
}

const schemes: Readonly<Record<ProxyAuthScheme, readonly string[][]>> = {
  automatic: [['--proxy-anyauth']],
  basic: [],
  digest: [['--proxy-digest']],
  ntlm: [['--proxy-ntlm']],
  negotiate: [['--proxy-negotiate']],
};

/** How curl is told the proxy: an option with its value each, byte strings. @param mask what stands for the password */
export const curlProxy = (
  { proxy, noProxy }: CurlProxySource,
  verifyTls: boolean,
  mask: string | undefined,
): readonly (readonly string[])[] => {
  const list = noProxy === undefined ? [] : [['--noproxy', utf8ByteString(noProxy)]];
  if (proxy === undefined) return list;
  const { url, username, password, scheme } = proxy;
  const shown = mask !== undefined && password !== '' ? mask : utf8ByteString(password);
  const anonymous = username === '' && password === '' && scheme !== 'negotiate';
  const insecure = /^https:/i.test(url) && !(proxy.verifyTls ?? verifyTls);
  return [
    ['-x', utf8ByteString(url)],
    ...(anonymous ? [] : [['-U', `${utf8ByteString(username)}:${shown}`]]),
    ...(anonymous || /^socks/i.test(url) ? [] : schemes[scheme]),
    ...(insecure ? [['--proxy-insecure']] : []),
    ...list,
  ];
};
