import type { SentField } from '../../shared/exchange/exchange.ts';
import { fieldNamed } from '../../shared/exchange/fields.ts';
import type { Route } from './transport-types.ts';

/** An HTTP proxy: where it is, and the field that shows it who asks. */
export interface Proxy {
  readonly secure: boolean;
  readonly hostname: string;
  readonly port: number;
  readonly hostAndPort: string;
  /** Absent where neither the settings nor the URL name a user. */
  readonly credentials: SentField | undefined;
}

/** A sentence where the proxy of a route cannot be used. */
export const proxyOf = (route: Route): Proxy | string | undefined => {
  const { proxy } = route;
  if (proxy === undefined || proxy.url.trim() === '') return undefined;
  const text = proxy.url.trim();
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(url)) return `The proxy "${text}" is not an address. Write it as http://host:port.`;
  const { protocol, hostname, port, username, password } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') {
    return `A proxy of the kind "${protocol.slice(0, -1)}" is not supported. Name an HTTP proxy.`;
  }
  const secure = protocol === 'https:';
  const number = port === '' ? (secure ? 443 : 80) : Number(port);
  const user = proxy.username === '' ? decoded(username) : proxy.username;
  const secret = proxy.username === '' ? decoded(password) : proxy.password;
  return {
    secure,
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port: number,
    hostAndPort: `${hostname}:${number}`,
    credentials: user === '' ? undefined : basicField(user, secret),
  };
};

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/** RFC 7617, in UTF-8. */
const basicField = (user: string, password: string): SentField => ({
  name: 'Proxy-Authorization',
  value: `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`,
  origin: { from: 'proxy', note: `proxy user ${user}` },
});

/** The request's fields and the proxy's credentials, unless such a field was typed. */
export const withProxyCredentials = (
  fields: readonly SentField[],
  { credentials }: Proxy,
): readonly SentField[] =>
  credentials === undefined || fieldNamed(fields, 'Proxy-Authorization') !== undefined
    ? fields
    : [...fields, credentials];
