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
  readonly beginnings: readonly Naming[];
}

/** An answer has a dozen fields and the tables know hundreds: they are looked up, not searched. */
const indexed = new WeakMap<readonly Provider[], FieldNames>();

const namesOf = (providers: readonly Provider[]): FieldNames => {
  const before = indexed.get(providers);
  if (before !== undefined) return before;
  const namings = providers.flatMap((provider) =>
    (provider.fields ?? []).map(([name, value]) => ({ provider, name, value })),
  );
  const names = {
    whole: Map.groupBy(
      namings.filter(({ name }) => !name.endsWith('*')),
      ({ name }) => name,
    ),
    beginnings: namings
      .filter(({ name }) => name.endsWith('*'))
      .map((naming) => ({ ...naming, name: naming.name.slice(0, -1) })),
  };
  indexed.set(providers, names);
  return names;
};

/** Providers that a field of the answer tells. */
export const namedByFields = (
  fields: readonly Field[],
  providers: readonly Provider[],
): ReadonlySet<Provider> => {
  const { whole, beginnings } = namesOf(providers);
  const named = new Set<Provider>();
  for (const field of fields) {
    const name = field.name.toLowerCase();
    const namings = [
      ...(whole.get(name) ?? []),
      ...beginnings.filter((beginning) => name.startsWith(beginning.name)),
    ];
    for (const { provider, value } of namings) if (value?.test(field.value) ?? true) named.add(provider);
  }
  return named;
};
