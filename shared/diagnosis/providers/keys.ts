import type { Field } from '../../exchange/exchange.ts';
import type { KeyForm, Provider } from './provider.ts';
import { hostedBy, pathedBy } from './marks.ts';
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
  const provider = hostedBy(host, providers).find(({ testHosts }) => testHosts !== undefined);
  if (provider?.testHosts === undefined) return undefined;
  return {
    service: provider.name,
    keys: environmentsOf(provider),
    at: provider.testHosts.test(host) ? 'test' : 'live',
  };
};

interface Made {
  readonly provider: Provider;
  readonly key: KeyForm;
}

const made: readonly Made[] = providers.flatMap((provider) =>
  (provider.keys ?? []).map((key) => ({ provider, key })),
);

/** The character that a form demands at the beginning; absent where it leaves that open. */
const beginningOf = ({ form }: KeyForm): string | undefined =>
  form.flags === '' ? /^\^([\w-])(?![?*{|])(?!.*\|(?![^(]*\)))/.exec(form.source)?.[1] : undefined;

/** Forms that a value with this first character may have, in the order of the tables. */
const madeBy = new Map<string, readonly Made[]>();

const candidates = (first: string): readonly Made[] => {
  const before = madeBy.get(first);
  if (before !== undefined) return before;
  const found = made.filter(({ key }) => (beginningOf(key) ?? first) === first);
  madeBy.set(first, found);
  return found;
};

/** Whose key it is and of which kind, told by its form. */
export const keyFormOf = (value: string): Made | undefined =>
  candidates(value.charAt(0)).find(({ key }) => key.form.test(value));

/** Who answers at this host, where a table says so. */
export const makerAt = (host: string): Provider | undefined => hostedBy(host, providers)[0];

/** The product at this address wants its credential so, whatever other servers make of that form. */
export const isPrescribed = (host: string, path: string, line: string): boolean =>
  [...hostedBy(host, providers), ...pathedBy(path, providers)].some(
    ({ prescribes }) => prescribes?.test(line) === true,
  );

/** The answer has the marks of this provider's software: its own fields, or the form of its body. */
export const writes = ({ body, fields }: Provider, received: readonly Field[], text: string): boolean =>
  body?.test(text) === true ||
  (fields ?? []).some(([known, value]) =>
    received.some(
      (field) =>
        (known.endsWith('*')
          ? field.name.toLowerCase().startsWith(known.slice(0, -1))
          : field.name.toLowerCase() === known) &&
        (value?.test(field.value) ?? true),
    ),
  );
