import type { Provider } from './provider.ts';

/** A log names the same few hosts again and again. */
const REMEMBERED = 5_000;

const known = new WeakMap<readonly Provider[], Map<string, ReadonlySet<Provider>>>();

/** Providers that a host name tells. */
export const hostedBy = (host: string, providers: readonly Provider[]): ReadonlySet<Provider> => {
  const hosts = known.get(providers) ?? new Map<string, ReadonlySet<Provider>>();
  known.set(providers, hosts);
  const before = hosts.get(host);
  if (before !== undefined) return before;
  if (hosts.size >= REMEMBERED) hosts.clear();
  const found = new Set(providers.filter((provider) => provider.hosts?.test(host) === true));
  hosts.set(host, found);
  return found;
};
