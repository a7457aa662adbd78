import type { Demand } from './demand.ts';
import { sought } from './demand.ts';
import { literalSearch } from './literals.ts';

/** A demand with numbers in place of its texts. */
type Numbered = number | { readonly every: boolean; readonly of: readonly Numbered[] };

/** One alternative of a pattern: it waits for one of its texts to be met, and demands more than that one. */
interface Waiting {
  readonly place: number;
  readonly demand: Numbered;
}

type Known = Exclude<Demand, undefined>;

/** Alternatives of which one must hold. */
const branchesOf = (demand: Known): readonly Known[] =>
  typeof demand === 'string' || 'all' in demand
    ? [demand]
    : demand.any.flatMap((one) => (one === undefined ? [] : branchesOf(one)));

const shortestIn = (demand: Demand): number => {
  if (demand === undefined) return 0;
  if (typeof demand === 'string') return demand.length;
  return 'all' in demand ? Math.max(...demand.all.map(shortestIn)) : Math.min(...demand.any.map(shortestIn));
};

/** Texts of which one must be there: of all that is demanded, the part that is the least common. */
const triggersOf = (demand: Demand): readonly string[] => {
  if (demand === undefined) return [];
  if (typeof demand === 'string') return [demand];
  if ('any' in demand) return demand.any.flatMap(triggersOf);
  return triggersOf(demand.all.reduce((best, one) => (shortestIn(one) > shortestIn(best) ? one : best)));
};

/** Those of many items whose pattern may match a text, in their order. */
export type PatternIndex<T> = (text: string) => readonly T[];

/**
 * Files items under what their patterns demand, so that one pass over a text finds the few whose pattern may match in it:
 * what it takes does not grow with the number of items. An item of whose pattern nothing is known is always among them.
 */
export const patternIndex = <T extends object>(
  items: readonly T[],
  demandOf: (item: T) => Demand,
): PatternIndex<T> => {
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const numbered = (demand: Known): Numbered => {
    if (typeof demand === 'string') return numberOf(demand);
    const every = 'all' in demand;
    const parts = every ? demand.all : demand.any;
    return { every, of: parts.filter((part) => part !== undefined).map(numbered) };
  };
  const open: number[] = [];
  const waiting: Waiting[][] = [];
  for (const [place, item] of items.entries()) {
    const demand = demandOf(item);
    if (demand === undefined) open.push(place);
    else
      for (const branch of branchesOf(demand)) {
        const one = { place, demand: numbered(branch) };
        for (const text of new Set(triggersOf(branch))) (waiting[numberOf(text)] ??= []).push(one);
      }
  }
  const seek = literalSearch([...numbers.keys()]);
  /** By text, and by item, the number of the last pass that met or found it. */
  const held = new Uint32Array(numbers.size);
  const kept = new Uint32Array(items.length);
  let pass = 0;
  const isMet = (demand: Numbered): boolean => {
    if (typeof demand === 'number') return held[demand] === pass;
    for (const part of demand.of) if (isMet(part) !== demand.every) return !demand.every;
    return demand.every;
  };
  return (text) => {
    pass += 1;
    const met: number[] = [];
    seek(sought(text), (number) => {
      if (held[number] === pass) return;
      held[number] = pass;
      met.push(number);
    });
    const found = [...open];
    for (const number of met)
      for (const { place, demand } of waiting[number] ?? []) {
        if (kept[place] === pass || !isMet(demand)) continue;
        kept[place] = pass;
        found.push(place);
      }
    return found
      .toSorted((a, b) => a - b)
      .flatMap((place) => {
        const item = items[place];
        return item === undefined ? [] : [item];
      });
  };
};
