import { gramsOf, mayMatch } from '../sieve/grams.ts';
import type { Provider } from './provider.ts';

/** One pattern of a provider, apart from the rest of its table: they are walked for every answer. */
interface Form {
  readonly provider: Provider;
  readonly form: RegExp;
}

interface Forms {
  readonly bodies: readonly Form[];
  readonly challenges: readonly Form[];
}

const indexed = new WeakMap<readonly Provider[], Forms>();

const formsOf = (providers: readonly Provider[]): Forms => {
  const before = indexed.get(providers);
  if (before !== undefined) return before;
  const forms = {
    bodies: providers.flatMap((provider) =>
      provider.body === undefined ? [] : [{ provider, form: provider.body }],
    ),
    challenges: providers.flatMap((provider) =>
      provider.challenge === undefined ? [] : [{ provider, form: provider.challenge }],
    ),
  };
  indexed.set(providers, forms);
  return forms;
};

/** An error names its maker at its beginning, and the rest of a long page costs time. */
const BODY_START = 8_192;

/** Providers that the answer's body tells. */
export const writtenBy = (body: string, providers: readonly Provider[]): readonly Provider[] => {
  if (body === '') return [];
  const start = body.slice(0, BODY_START);
  const grams = gramsOf(start);
  return formsOf(providers).bodies.flatMap(({ provider, form }) =>
    mayMatch(form, grams) && form.test(start) ? [provider] : [],
  );
};

/** Providers that one of the challenges tells, each as "scheme realm". */
export const challengedBy = (
  challenges: readonly string[],
  providers: readonly Provider[],
): readonly Provider[] =>
  challenges.length === 0
    ? []
    : formsOf(providers).challenges.flatMap(({ provider, form }) =>
        challenges.some((text) => form.test(text)) ? [provider] : [],
      );
