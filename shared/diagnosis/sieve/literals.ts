import { SHORTEST } from './demand.ts';
import { hashOfThree } from './hash.ts';

/** A power of two, several times the number of texts that are sought together. */
const SLOTS = 0x40_00;

const slotOf = (a: number, b: number, c: number): number => hashOfThree(a, b, c) & (SLOTS - 1);

const slotAt = (text: string, at: number): number =>
  slotOf(text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2));

/**
 * Seeks many texts together: one pass tells the numbers of those that another text holds, however many there are. Each
 * is filed under that sequence of three characters in it which the fewest others hold.
 */
export const literalSearch = (
  literals: readonly string[],
): ((text: string, met: (number: number) => void) => void) => {
  const holders = new Uint16Array(SLOTS);
  for (const literal of literals)
    for (let at = 0; at + SHORTEST <= literal.length; at += 1) {
      const slot = slotAt(literal, at);
      holders[slot] = (holders[slot] ?? 0) + 1;
    }
  /** By slot one more than the number of the first text that is filed there, by text likewise the next of its slot. */
  const first = new Uint16Array(SLOTS);
  const next = new Uint16Array(literals.length);
  /** Where in each text the sequence stands under which it is filed. */
  const offsets = new Uint16Array(literals.length);
  for (const [number, literal] of literals.entries()) {
    let fewest = Infinity;
    for (let at = 0; at + SHORTEST <= literal.length; at += 1) {
      const many = holders[slotAt(literal, at)] ?? 0;
      if (many < fewest) [offsets[number], fewest] = [at, many];
    }
    const slot = slotAt(literal, offsets[number] ?? 0);
    next[number] = first[slot] ?? 0;
    first[slot] = number + 1;
  }
  return (text, met) => {
    let [a, b] = [text.charCodeAt(0), text.charCodeAt(1)];
    for (let at = 2; at < text.length; at += 1) {
      const c = text.charCodeAt(at);
      for (let one = first[slotOf(a, b, c)] ?? 0; one !== 0; one = next[one - 1] ?? 0) {
        const start = at - 2 - (offsets[one - 1] ?? 0);
        if (start >= 0 && text.startsWith(literals[one - 1] ?? '', start)) met(one - 1);
      }
      a = b;
      b = c;
    }
  };
};
