import type { Way, ProxyServer } from './choice.ts';

const kinds: ReadonlyMap<string, string> = new Map([
  ['PROXY', 'http'],
  ['HTTP', 'http'],
  ['HTTPS', 'https'],
  // A PAC file's SOCKS proxy is handed names, as browsers do.
  ['SOCKS', 'socks5h'],
  ['SOCKS5', 'socks5h'],
]);

/**
 * Reads what FindProxyForURL returns: "PROXY a:8080; SOCKS5 b:1080; DIRECT", ways in the order in which to try them. An
 * empty answer means DIRECT. A sentence where nothing in it can be used.
 */
export const parsePacAnswer = (
  answer: string,
  credentials: Omit<ProxyServer, 'url'>,
): readonly Way[] | string => {
  const parts = answer
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 0) return [{ proxy: undefined, why: 'straight: the PAC file named no proxy' }];
  const ways = parts.flatMap((part) => wayOf(part, credentials) ?? []);
  return ways.length > 0
    ? ways
    : `The PAC file answered "${answer.slice(0, 200)}", which names no way. It should say PROXY host:port or DIRECT.`;
};

const wayOf = (part: string, credentials: Omit<ProxyServer, 'url'>): Way | undefined => {
  const [word = '', address = ''] = part.split(/\s+/, 2);
  const why = `the PAC file said ${part}`;
  if (/^direct$/i.test(word)) return { proxy: undefined, why };
  const kind = kinds.get(word.toUpperCase());
  return kind === undefined || address === ''
    ? undefined
    : { proxy: { ...credentials, url: `${kind}://${address}` }, why };
};
