/** A server by name: `api.example.com`, `*.example.com`, each with or without `:port`; IPv6 in brackets. */
export interface HostPattern {
  readonly host: string;
  /** Any number of labels may stand before `host`, at least one. */
  readonly wildcard: boolean;
  /** Absent: every port. */
  readonly port: number | undefined;
}

/** `undefined` where a text names no servers. A scheme before it and a path behind it are passed over. */
export const parseHostPattern = (text: string): HostPattern | undefined => {
  const bare = text
    .trim()
    .replace(/^https?:\/\//i, '')
    .replace(/\/.*$/, '');
  const match = /^(\*\.)?(\[[0-9A-Fa-f:.]+\]|[^\s:*[\]/@]+)(?::(\d{1,5}))?$/.exec(bare);
  if (match === null) return undefined;
  const [, star, host = '', port] = match;
  if (port !== undefined && Number(port) > 65_535) return undefined;
  return {
    host: host.replace(/^\[|\]$/g, '').toLowerCase(),
    wildcard: star !== undefined,
    port: port === undefined ? undefined : Number(port),
  };
};

const fits = (pattern: HostPattern, hostname: string, port: number): boolean => {
  if (pattern.port !== undefined && pattern.port !== port) return false;
  const name = hostname.replace(/\.$/, '').toLowerCase();
  return pattern.wildcard ? name.endsWith(`.${pattern.host}`) : name === pattern.host;
};

/** A name before a wildcard, the longer wildcard before the shorter, a port before none. */
const weight = ({ host, wildcard, port }: HostPattern): number =>
  (wildcard ? 0 : 1_000_000) + host.length * 2 + (port === undefined ? 0 : 1);

/** Those among `all` that are about a server, the most exact first; `hostname` without brackets. */
export const aboutHost = <T>(
  all: readonly T[],
  patternOf: (one: T) => string,
  hostname: string,
  port: number,
): readonly T[] =>
  all
    .flatMap((one) => {
      const pattern = parseHostPattern(patternOf(one));
      return pattern !== undefined && fits(pattern, hostname, port) ? [{ one, weight: weight(pattern) }] : [];
    })
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ one }) => one);

/** The server that an https address leads to, brackets left out; `undefined` where it is no address. */
export const serverOf = (url: string): { readonly hostname: string; readonly port: number } | undefined => {
  if (!URL.canParse(url)) return undefined;
  const { hostname, port } = new URL(url);
  return { hostname: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? 443 : Number(port) };
};

/** The pattern of one server alone. */
export const patternOfServer = (url: string): string | undefined => {
  const server = serverOf(url);
  if (server === undefined) return undefined;
  const host = server.hostname.includes(':') ? `[${server.hostname}]` : server.hostname;
  return `${host}:${server.port}`;
};
