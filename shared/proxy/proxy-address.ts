import { percentDecoded } from '../exchange/percent.ts';

const proxyKinds = ['http', 'https', 'socks5', 'socks5h'] as const;
/** `socks5` resolves names here, `socks5h` leaves that to the proxy; as curl spells them. */
export type ProxyKind = (typeof proxyKinds)[number];

export interface ProxyAddress {
  readonly kind: ProxyKind;
  /** Without brackets, as a resolver wants it. */
  readonly hostname: string;
  readonly port: number;
  /** host:port for a person and for CONNECT, brackets kept. */
  readonly hostAndPort: string;
  /** From the address itself, decoded; empty where it names none. */
  readonly username: string;
  readonly password: string;
}

const usualPorts: Readonly<Record<ProxyKind, number>> = { http: 80, https: 443, socks5: 1080, socks5h: 1080 };

const isKind = (text: string): text is ProxyKind => (proxyKinds as readonly string[]).includes(text);

/** Reads `scheme://user:password@host:port`, `http` where no scheme is written. A sentence where it cannot be used. */
export const parseProxyAddress = (typed: string): ProxyAddress | string => {
  const text = typed.trim();
  const url = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const shown = text.replace(/\/\/.*@/, '//');
  const problem = `The proxy "${shown}" is not an address. Write it as http://host:port.`;
  if (!URL.canParse(url)) return problem;
  const { protocol, hostname, port, username, password } = new URL(url);
  const kind = protocol.slice(0, -1);
  if (!isKind(kind)) {
    return `A proxy of the kind "${kind}" is not supported. Name an HTTP, HTTPS or SOCKS5 proxy.`;
  }
  if (hostname === '') return problem;
  const number = port === '' ? usualPorts[kind] : Number(port);
  return {
    kind,
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port: number,
    hostAndPort: `${hostname}:${number}`,
    username: percentDecoded(username),
    password: percentDecoded(password),
  };
};
