import { demandOf } from '../sieve/demand.ts';
import { patternIndex } from '../sieve/pattern-index.ts';
import type { Provider } from './provider.ts';

/** Providers that a text tells, in the order of the tables. */
type Told = (text: string) => readonly Provider[];

interface Marked {
  readonly provider: Provider;
  readonly pattern: RegExp;
}

const toldBy = (
  providers: readonly Provider[],
  patternOf: (provider: Provider) => RegExp | undefined,
): Told => {
  const marked = providers.flatMap((provider): readonly Marked[] => {
    const pattern = patternOf(provider);
    return pattern === undefined ? [] : [{ provider, pattern }];
  });
  const candidates = patternIndex(marked, ({ pattern }) => demandOf(pattern));
  return (text) =>
    candidates(text).flatMap(({ provider, pattern }) => (pattern.test(text) ? [provider] : []));
};

/** Remembers of each list of tables what is filed once for all of them. */
const filedBy = (
  patternOf: (provider: Provider) => RegExp | undefined,
): ((providers: readonly Provider[]) => Told) => {
  const filed = new WeakMap<readonly Provider[], Told>();
  return (providers) => {
    const before = filed.get(providers);
    if (before !== undefined) return before;
    const told = toldBy(providers, patternOf);
    filed.set(providers, told);
    return told;
  };
};

const byHost = filedBy(({ hosts }) => hosts);
const byChallenge = filedBy(({ challenge }) => challenge);
const byBody = filedBy(({ body }) => body);
const byPath = filedBy(({ paths }) => paths);

/** A log names the same few hosts again and again, and several facts of one exchange follow from its host. */
const REMEMBERED = 5_000;

const known = new WeakMap<readonly Provider[], Map<string, readonly Provider[]>>();

/** Providers that a host name tells. */
export const hostedBy = (host: string, providers: readonly Provider[]): readonly Provider[] => {
  const hosts = known.get(providers) ?? new Map<string, readonly Provider[]>();
  known.set(providers, hosts);
  const before = hosts.get(host);
  if (before !== undefined) return before;
  if (hosts.size >= REMEMBERED) hosts.clear();
  const told = byHost(providers)(host);
  hosts.set(host, told);
  return told;
};

/** Providers that one of the challenges tells, each as "scheme realm". */
export const challengedBy = (
  challenges: readonly string[],
  providers: readonly Provider[],
): readonly Provider[] => challenges.flatMap((text) => byChallenge(providers)(text));

/** Providers that the path of the request tells. */
export const pathedBy = (path: string, providers: readonly Provider[]): readonly Provider[] =>
  byPath(providers)(path);

/** An error names its maker at its beginning, and the rest of a long page costs time. */
const BODY_START = 8_192;

/** Providers that the answer's body tells. */
export const writtenBy = (body: string, providers: readonly Provider[]): readonly Provider[] =>
  body === '' ? [] : byBody(providers)(body.slice(0, BODY_START));
