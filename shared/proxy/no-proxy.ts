import { inRange, parseIp } from './ip-range.ts';

/**
 * The first entry of a no-proxy list that names the host of this URL; `undefined` where none does. Entries stand between
 * commas or spaces, as in curl's --noproxy: `*` names every host, a name itself and all names below it (a dot or `*.`
 * before it says the same), an IP address itself, `10.0.0.0/8` its range. `:port` behind one narrows it to that port.
 */
export const noProxyEntry = (list: string, url: string): string | undefined => {
  if (!URL.canParse(url)) return undefined;
  const { hostname, port, protocol } = new URL(url);
  const host = hostname.replace(/\.$/, '').toLowerCase();
  const number = port === '' ? (protocol === 'https:' ? '443' : '80') : port;
  return list.split(/[\s,]+/).find((entry) => entry !== '' && names(entry.toLowerCase(), host, number));
};

const names = (entry: string, host: string, port: string): boolean => {
  if (entry === '*') return true;
  const address = parseIp(host);
  if (entry.includes('/')) return address !== undefined && inRange(address, entry);
  const { name, only } = withoutPort(entry);
  if (only !== undefined && only !== port) return false;
  if (address !== undefined) return parseIp(name)?.value === address.value && sameFamily(name, host);
  const suffix = name.replace(/^\*?\./, '').replace(/\.$/, '');
  return suffix !== '' && (host === suffix || host.endsWith(`.${suffix}`));
};

const sameFamily = (a: string, b: string): boolean => a.includes(':') === b.includes(':');

/** A bare IPv6 address has colons of its own: only brackets can be followed by a port. */
const withoutPort = (entry: string): { readonly name: string; readonly only: string | undefined } => {
  const [, name = entry, only] = /^(\[[^\]]*\]|[^:]*):(\d+)$/.exec(entry) ?? [];
  return { name, only };
};
