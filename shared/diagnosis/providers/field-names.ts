import type { Field } from '../../exchange/exchange.ts';
import type { Provider } from './provider.ts';

interface Naming {
  readonly provider: Provider;
  /** In lower case; without the `*` where it is a beginning. */
  readonly name: string;
  readonly value: RegExp | undefined;
}

interface FieldNames {
  readonly whole: ReadonlyMap<string, readonly Naming[]>;
  /** By as many of their first letters as the shortest of them has. */
  readonly beginnings: ReadonlyMap<string, readonly Naming[]>;
  readonly shortest: number;
}

/** An answer has a dozen fields and the tables know hundreds: they are looked up, not searched. */
const indexed = new WeakMap<readonly Provider[], FieldNames>();

const namesOf = (providers: readonly Provider[]): FieldNames => {
  const before = indexed.get(providers);
  if (before !== undefined) return before;
  const namings = providers.flatMap((provider) =>
    (provider.fields ?? []).map(([name, value]) => ({ provider, name, value })),
  );
  const beginnings = namings
    .filter(({ name }) => name.endsWith('*'))
    .map((naming) => ({ ...naming, name: naming.name.slice(0, -1) }));
  const shortest = Math.min(...beginnings.map(({ name }) => name.length));
  const names = {
    whole: Map.groupBy(
      namings.filter(({ name }) => !name.endsWith('*')),
      ({ name }) => name,
    ),
    beginnings: Map.groupBy(beginnings, ({ name }) => name.slice(0, shortest)),
    shortest,
  };
  indexed.set(providers, names);
  return names;
};

const senders = new WeakMap<readonly Provider[], ReadonlyMap<string, Provider>>();

const sendersOf = (providers: readonly Provider[]): ReadonlyMap<string, Provider> => {
  const before = senders.get(providers);
  if (before !== undefined) return before;
  const names = new Map(
    providers.flatMap((provider) => (provider.sends ?? []).map((name) => [name, provider] as const)),
  );
  senders.set(providers, names);
  return names;
};

/** Providers that a field of the request tells. */
export const askedByFields = (
  fields: readonly Field[],
  providers: readonly Provider[],
): readonly Provider[] => {
  const names = sendersOf(providers);
  return fields.flatMap(({ name }) => names.get(name.toLowerCase()) ?? []);
};

/** Providers that a field of the answer tells. */
export const namedByFields = (
  fields: readonly Field[],
  providers: readonly Provider[],
): ReadonlySet<Provider> => {
  const { whole, beginnings, shortest } = namesOf(providers);
  const named = new Set<Provider>();
  for (const field of fields) {
    const name = field.name.toLowerCase();
    for (const { provider, value } of whole.get(name) ?? [])
      if (value?.test(field.value) ?? true) named.add(provider);
    for (const { provider, name: beginning, value } of beginnings.get(name.slice(0, shortest)) ?? [])
      if (name.startsWith(beginning) && (value?.test(field.value) ?? true)) named.add(provider);
  }
  return named;
};
