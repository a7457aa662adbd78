import { demandOf, SHORTEST } from './demand.ts';

/** Which sequences of four characters a text holds, in lower case: a set of their hashes. */
export type Grams = Uint8Array;

const SLOTS = 0x20_00;

const slotAt = (text: string, at: number): number =>
  (text.charCodeAt(at) +
    31 * text.charCodeAt(at + 1) +
    961 * text.charCodeAt(at + 2) +
    29_791 * text.charCodeAt(at + 3)) &
  (SLOTS - 1);

export const gramsOf = (text: string): Grams => {
  const lower = text.toLowerCase();
  const grams = new Uint8Array(SLOTS);
  for (let at = 0; at + SHORTEST <= lower.length; at += 1) grams[slotAt(lower, at)] = 1;
  return grams;
};

/** Two sequences of each demanded text, its first and its last, one pair after the other: both must be there. */
type Needs = Uint16Array | undefined;

const known = new WeakMap<RegExp, { readonly needs: Needs }>();

const needsOf = (pattern: RegExp): Needs => {
  const before = known.get(pattern);
  if (before !== undefined) return before.needs;
  const demand = demandOf(pattern);
  const needs =
    demand === undefined
      ? undefined
      : Uint16Array.from(demand.flatMap((text) => [slotAt(text, 0), slotAt(text, text.length - SHORTEST)]));
  known.set(pattern, { needs });
  return needs;
};

/**
 * A quick look before the slow one: hundreds of patterns are asked of each answer and nearly none matches. Where this says
 * no, the pattern matches nothing in the text.
 */
export const mayMatch = (pattern: RegExp, grams: Grams): boolean => {
  const needs = needsOf(pattern);
  if (needs === undefined) return true;
  for (let at = 0; at < needs.length; at += 2)
    if (grams[needs[at] ?? 0] === 1 && grams[needs[at + 1] ?? 0] === 1) return true;
  return false;
};
