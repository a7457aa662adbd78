import type { Exchange } from '../exchange/exchange.ts';
import { maskSecret } from '../exchange/redact.ts';
import type { ProxyAuthScheme } from '../proxy/network-settings.ts';
import { strongestProxyScheme } from '../proxy/strongest-scheme.ts';
import type { DraftProxy } from '../workspace/draft.ts';
import { plainSecret, secretIsSet } from '../workspace/secret.ts';
import { resend } from './parts/wording.ts';
import { defineRemedy } from './remedy.ts';

const labels: Readonly<Record<ProxyAuthScheme, string>> = {
  automatic: 'what it asks for',
  basic: 'Basic',
  digest: 'Digest',
  ntlm: 'NTLM',
  negotiate: 'Negotiate',
};

/** The proxy that asked, where the request names none: the environment or the network settings did. */
const askingProxy = (exchange: Exchange | undefined): DraftProxy | undefined => {
  const { proxy, tls } = exchange?.connection ?? {};
  if (exchange === undefined || proxy === undefined) return undefined;
  const toProxy = exchange.purpose === 'connect' || /^http:/i.test(exchange.request.url);
  const kind = toProxy && tls !== undefined ? 'https' : 'http';
  return { url: `${kind}://${proxy}`, username: '', password: plainSecret('') };
};

/**
 * Logs in to the proxy by a scheme that it takes. Where user and password are known and only the scheme was not one of
 * them, the scheme alone is changed.
 */
export const sendProxyCredentials = defineRemedy({
  id: 'send-proxy-credentials',
  plan(situation, offer) {
    const { draft, attempt } = situation;
    const proxy = draft.settings.proxy ?? askingProxy(attempt.exchanges.at(-1));
    const asked = offer.values?.['scheme'];
    const scheme = asked === undefined ? 'basic' : strongestProxyScheme([asked]);
    if (proxy === undefined || scheme === undefined) return undefined;
    const before = proxy.scheme ?? 'automatic';
    const fits = before === 'automatic' || before === scheme;
    const withProxy = (next: DraftProxy) => ({ ...draft, settings: { ...draft.settings, proxy: next } });
    if (!fits && proxy.username !== '' && secretIsSet(proxy.password)) {
      return resend(situation, {
        id: 'send-proxy-credentials',
        label: `Log in to the proxy by ${labels[scheme]} and retry`,
        changes: [{ before: `Log in by: ${labels[before]}`, after: `Log in by: ${labels.automatic}` }],
        sends: `Proves the password to the proxy ${proxy.url} by ${labels[scheme]}, then sends this ${draft.method} through it.`,
        apply: () => withProxy({ ...proxy, scheme: 'automatic' }),
      });
    }
    return resend(situation, {
      id: 'send-proxy-credentials',
      label: 'Log in to the proxy and retry',
      changes: [
        { before: undefined, after: `Proxy-Authorization: ${labels[scheme]} ${maskSecret('')}` },
        ...(fits
          ? []
          : [{ before: `Log in by: ${labels[before]}`, after: `Log in by: ${labels.automatic}` }]),
      ],
      sends:
        scheme === 'basic'
          ? `Sends the user name and password to the proxy ${proxy.url}, then this ${draft.method} through it.`
          : `Proves the password to the proxy ${proxy.url} by ${labels[scheme]}, then sends this ${draft.method} through it.`,
      question: {
        kind: 'values',
        fields: [
          { name: 'username', label: 'User name for the proxy', secret: false, value: proxy.username },
          { name: 'password', label: 'Password for the proxy', secret: true, value: '' },
        ],
      },
      apply: (answers) =>
        withProxy({
          ...proxy,
          username: answers['username'] ?? '',
          password: plainSecret(answers['password'] ?? ''),
          ...(fits ? {} : { scheme: 'automatic' }),
        }),
    });
  },
});
