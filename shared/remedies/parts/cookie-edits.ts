import { sameName } from '../../exchange/fields.ts';
import type { Draft } from '../../workspace/draft.ts';

/** The pairs of a Cookie field (RFC 6265 §4.2.1), as they stand. */
export const pairsOf = (value: string): readonly string[] =>
  value
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '');

export const nameOfPair = (pair: string): string => pair.split('=', 1)[0]?.trim() ?? '';

/** The request with its typed Cookie fields changed pair by pair; a field without pairs goes. */
export const withPairs = (draft: Draft, keep: (pairs: readonly string[]) => readonly string[]): Draft => ({
  ...draft,
  fields: draft.fields.flatMap((field) => {
    if (!field.on || !sameName(field.name, 'Cookie')) return [field];
    const value = keep(pairsOf(field.value)).join('; ');
    return value === '' ? [] : [{ ...field, value }];
  }),
});

/** Of several pairs of one name the last stays: it is the newer one where a tool appended it. */
export const lastOf =
  (name: string) =>
  (pairs: readonly string[]): readonly string[] => {
    const last = pairs.findLastIndex((pair) => nameOfPair(pair) === name);
    return pairs.filter((pair, at) => at === last || nameOfPair(pair) !== name);
  };

export const without =
  (names: readonly string[]) =>
  (pairs: readonly string[]): readonly string[] =>
    pairs.filter((pair) => !names.includes(nameOfPair(pair)));
