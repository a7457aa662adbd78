import type { Facts } from '../facts.ts';
import { hostOf } from '../facts.ts';
import { providers } from '../providers/index.ts';
import { hostedBy, writtenBy } from '../providers/marks.ts';
import type { Provider } from '../providers/provider.ts';
import { doorOf } from './door.ts';

/** Several rules ask. */
const found = new WeakMap<Facts, { readonly maker: Provider | undefined }>();

/**
 * The software that wrote the answer, run by somebody of his own, where it reads a credential from just the place in
 * which Authorization holds one. If it saw none, the field got lost on the way.
 */
export const atItsDoor = (facts: Facts): Provider | undefined => {
  const before = found.get(facts) ?? { maker: makerOfDoor(facts) };
  found.set(facts, before);
  return before.maker;
};

const makerOfDoor = (facts: Facts): Provider | undefined => {
  const { authorization, headerFaults } = facts;
  if (authorization === undefined || headerFaults.length > 0) return undefined;
  const door = doorOf(authorization);
  return writtenBy(facts.bodyText, providers).find(
    ({ doors, hosts }) => doors?.includes(door) === true && hosts?.test(hostOf(facts)) !== true,
  );
};

/** The product at this host, or whose words these are, is known to read a credential from the field of this name. */
export const readsField = (facts: Facts, name: string): boolean => {
  const door = `field ${name.toLowerCase()}`;
  return [...hostedBy(hostOf(facts), providers), ...writtenBy(facts.bodyText, providers)].some(
    ({ doors }) => doors?.includes(door) === true,
  );
};

/** The product at this host is known to read a credential at this door; what somebody runs himself may be too old for it. */
export const readsDoor = (facts: Facts, door: string): boolean =>
  hostedBy(hostOf(facts), providers).some(({ doors }) => doors?.includes(door) === true);
