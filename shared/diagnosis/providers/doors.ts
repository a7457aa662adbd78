import type { Cause } from '../causes.ts';
import type { Facts } from '../facts.ts';
import { hostOf, serverCredentials } from '../facts.ts';
import { doorOf } from '../facts/door.ts';
import type { Weighed } from '../rule.ts';
import { TOLD } from '../weights.ts';
import type { Category, Provider } from './provider.ts';

/** What stands before services of others. */
const before: ReadonlySet<Category> = new Set<Category>(['cloud', 'gateway', 'proxy']);

/** Doors as a person names them: "Authorization: Bearer", "X-Api-Key", "the parameter key". */
const inWords = (door: string): string => {
  const [where = '', name = ''] = door.split(' ');
  if (where === 'authorization')
    return name === '' ? 'Authorization, bare' : `Authorization: ${spelled(name)}`;
  return where === 'path' ? 'the path' : where === 'query' ? `the parameter ${name}` : spelled(name);
};

const spelled = (name: string): string => name.replace(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase());

/** As many as a sentence bears. */
const NAMED = 3;

/** Credentials were sent, and each to a place where the APIs of this product look for none. */
export const atNoDoor = (
  facts: Facts,
  known: readonly Provider[],
): (Weighed & { readonly cause: Cause }) | undefined => {
  if (facts.tokenRequest) return undefined;
  const sent = serverCredentials(facts).filter(({ in: where }) => where !== 'cookie');
  const [first] = sent;
  if (first === undefined) return undefined;
  const housed = known.filter(
    ({ category, doors, hosts }) =>
      doors !== undefined && !(before.has(category) && hosts?.test(hostOf(facts)) !== true),
  );
  if (housed.some(({ doors = [] }) => sent.some((one) => doors.includes(doorOf(one))))) return undefined;
  const [asked] = housed;
  // What the server itself misses is heard elsewhere.
  if (asked?.doors === undefined || facts.missed.length > 0) return undefined;
  const { name, doors } = asked;
  const authorization = sent.find(({ in: where }) => where === 'authorization');
  // What the challenge asks for is read, whatever other installations of the product do.
  if (facts.challenges.some(({ challenge }) => challenge.scheme === authorization?.parsed?.scheme))
    return undefined;
  return {
    cause:
      authorization === undefined || !doors.some((door) => door.startsWith('authorization'))
        ? 'credentials-in-wrong-place'
        : authorization.parsed === undefined || authorization.parsed.rest === ''
          ? 'header-malformed'
          : 'scheme-mismatch',
    weight: TOLD,
    evidence: {
      text: `${name} reads ${doors.slice(0, NAMED).map(inWords).join(', ')}; sent was ${inWords(doorOf(authorization ?? first))}`,
      place: (authorization ?? first).place,
    },
  };
};
