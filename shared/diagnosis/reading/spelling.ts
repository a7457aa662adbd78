import { near } from './near.ts';

/** Words of refusals that servers' authors misspell, and whose neighbours by one letter are no words of the language. */
const often = [
  'allowed',
  'permitted',
  'permission',
  'permissions',
  'authorized',
  'unauthorized',
  'authentication',
  'authorization',
  'credential',
  'credentials',
  'password',
  'invalid',
  'incorrect',
  'expired',
  'missing',
  'required',
  'address',
  'signature',
  'certificate',
  'forbidden',
  'malformed',
  'disabled',
  'suspended',
  'mismatch',
  'timestamp',
] as const;

const right: ReadonlySet<string> = new Set<string>(often);

/** By the letters that hurried fingers get right: the first two and the last, which also tells "expires" from "expired". */
const byEnds = Map.groupBy(often, (word) => `${word.slice(0, 2)}${word.slice(-1)}`);

/** A word in lower case as its author meant it: "alllowed", "invaild", "permision". Others come back as they are. */
export const spelledRight = (word: string): string =>
  right.has(word)
    ? word
    : (byEnds.get(`${word.slice(0, 2)}${word.slice(-1)}`)?.find((meant) => near(word, meant, 1)) ?? word);
