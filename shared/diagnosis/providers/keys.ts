import type { KeyForm, Provider } from './provider.ts';
import { providers } from './index.ts';

/** A provider's test environment beside its live one, and the forms of key that belong to either. */
export interface Environments {
  readonly service: string;
  readonly keys: readonly (KeyForm & { readonly environment: 'live' | 'test' })[];
  /** The one that the host is. */
  readonly at: 'live' | 'test';
}

const environmentsOf = (provider: Provider): Environments['keys'] =>
  (provider.keys ?? []).flatMap((key) =>
    key.environment === undefined ? [] : [{ ...key, environment: key.environment }],
  );

/** Of the provider at this host, where it keeps its environments on hosts of their own. */
export const environmentsAt = (host: string): Environments | undefined => {
  const provider = providers.find(
    ({ hosts, testHosts }) => testHosts !== undefined && hosts?.test(host) === true,
  );
  if (provider?.testHosts === undefined) return undefined;
  return {
    service: provider.name,
    keys: environmentsOf(provider),
    at: provider.testHosts.test(host) ? 'test' : 'live',
  };
};

const keepers = providers.filter(({ keys }) => keys !== undefined);

/** Whose key it is and of which kind, told by its form. */
export const keyFormOf = (
  value: string,
): { readonly provider: Provider; readonly key: KeyForm } | undefined => {
  for (const provider of keepers) {
    const key = provider.keys?.find(({ form }) => form.test(value));
    if (key !== undefined) return { provider, key };
  }
  return undefined;
};

/** Who answers at this host, where a table says so. */
export const makerAt = (host: string): Provider | undefined =>
  providers.find(({ hosts }) => hosts?.test(host) === true);
