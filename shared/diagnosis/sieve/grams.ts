import type { Demand } from './demand.ts';
import { demandOf, isUnreadable, SHORTEST, sought } from './demand.ts';
import { hashOfThree } from './hash.ts';

/** Which sequences of three characters a text holds, in lower case: a set of their hashes. */
export type Grams = Uint8Array;

const SLOTS = 0x10_00;

const slotAt = (text: string, at: number): number =>
  hashOfThree(text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2)) & (SLOTS - 1);

export const gramsOf = (text: string): Grams => {
  const lower = sought(text);
  const grams = new Uint8Array(SLOTS);
  for (let at = 0; at + SHORTEST <= lower.length; at += 1) grams[slotAt(lower, at)] = 1;
  return grams;
};

/** Slots of every sequence of a text, or parts of which every one or any one must be there. */
type Needs = readonly number[] | { readonly every: boolean; readonly of: readonly Needs[] };

const areSlots = (needs: Needs): needs is readonly number[] => Array.isArray(needs);

const needsIn = (demand: Exclude<Demand, undefined>): Needs => {
  if (typeof demand === 'string')
    return Array.from({ length: demand.length - SHORTEST + 1 }, (_, at) => slotAt(demand, at));
  const every = 'all' in demand;
  const parts = every ? demand.all : demand.any;
  return { every, of: parts.filter((part) => part !== undefined).map(needsIn) };
};

/** By source: a pattern that stands in a function is another object each time. */
const known = new Map<string, { readonly needs: Needs | undefined }>();

const needsOf = (pattern: RegExp): Needs | undefined => {
  if (isUnreadable(pattern)) return undefined;
  const { source } = pattern;
  const before = known.get(source);
  if (before !== undefined) return before.needs;
  const demand = demandOf(pattern);
  const needs = demand === undefined ? undefined : needsIn(demand);
  known.set(source, { needs });
  return needs;
};

const areIn = (grams: Grams, needs: Needs): boolean => {
  if (areSlots(needs)) {
    for (const slot of needs) if (grams[slot] !== 1) return false;
    return true;
  }
  for (const part of needs.of) if (areIn(grams, part) !== needs.every) return !needs.every;
  return needs.every;
};

/**
 * A quick look before the slow one, for a pattern that is asked by itself. Where this says no, the pattern matches
 * nothing in the text.
 */
export const mayMatch = (pattern: RegExp, grams: Grams): boolean => {
  const needs = needsOf(pattern);
  return needs === undefined || areIn(grams, needs);
};
