import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import { parseHistorySearch, type HistorySearch } from '../../shared/history/search.ts';
import type { HistoryQuery } from './history-types.ts';

type Row = Record<string, unknown>;

/** The text's words in their order, the last one as a beginning; `undefined` where it holds no word. */
const phraseOf = (text: string): string | undefined => {
  const words = text.match(/[\p{L}\p{N}]+/gu);
  return words === null ? undefined : `"${words.join(' ')}" *`;
};

const present = (text: string | undefined): text is string => text !== undefined;

const filtersOf = (search: HistorySearch): readonly string[] => {
  const columns = { outcome: search.status, host: search.host, cause: search.cause, profile: search.profile };
  return Object.entries(columns).flatMap(([column, values]) => {
    const phrases = values.map(phraseOf).filter(present);
    return phrases.length === 0 ? [] : [`${column} : (${phrases.join(' OR ')})`];
  });
};

/** Fewer characters than this are found as the beginning of a word only (SQLite FTS5, "The Trigram Tokenizer"). */
const longEnough = /.{3}/su;

/** The pieces of addresses and names as an expression; `undefined` where a word is too short for one. */
const piecesOf = (words: readonly string[]): string | undefined =>
  words.length === 0 || words.some((word) => !longEnough.test(word))
    ? undefined
    : words.map((word) => `"${word.replaceAll('"', '""')}"`).join(' AND ');

/**
 * Runs a search: every word begins a word of the attempt, or every word is a piece of its address or name; and all of its
 * keys hold. Both indexes yield the latest row first and stop at the limit, so that what is found often costs no more than
 * what is rare.
 * @returns rows of `columns` and `seq`, the latest first
 */
export const searchHistory = (
  database: DatabaseSync,
  columns: string,
  { search: text, limit, beforeMs }: HistoryQuery,
): readonly Row[] => {
  const search = parseHistorySearch(text);
  const values: SQLInputValue[] = beforeMs === undefined ? [] : [beforeMs];
  const conditions = [
    ...(beforeMs === undefined ? [] : ['at_ms < ?']),
    ...(search.pinned ? ['pinned = 1'] : []),
  ];
  const filters = filtersOf(search);
  const rows = (from: string, wheres: readonly string[], match: readonly string[]): readonly Row[] => {
    const all = [...wheres, ...conditions];
    const where = all.length === 0 ? '' : `WHERE ${all.join(' AND ')}`;
    const order = from === 'history' ? 'history.seq' : `${from}.rowid`;
    // A cross join keeps SQLite from turning the two around.
    const join = from === 'history' ? '' : `CROSS JOIN history ON history.seq = ${from}.rowid`;
    return database
      .prepare(
        `SELECT history.seq AS seq, ${columns} FROM ${from} ${join} ${where} ORDER BY ${order} DESC LIMIT ?`,
      )
      .all(...match, ...values, limit);
  };

  if (search.words.length === 0 && filters.length === 0) return rows('history', [], []);
  const phrases = search.words.map(phraseOf).filter(present);
  const byWords =
    phrases.length < search.words.length
      ? []
      : rows('history_words', ['history_words MATCH ?'], [[...filters, ...phrases].join(' AND ')]);
  const pieces = piecesOf(search.words);
  if (pieces === undefined) return byWords;
  // The plus keeps SQLite from asking the index of pieces once for each row that the keys leave.
  const narrowed = '+history_places.rowid IN (SELECT rowid FROM history_words WHERE history_words MATCH ?)';
  const byPieces = rows(
    'history_places',
    ['history_places MATCH ?', ...(filters.length === 0 ? [] : [narrowed])],
    [pieces, ...(filters.length === 0 ? [] : [filters.join(' AND ')])],
  );
  const merged = new Map([...byWords, ...byPieces].map((row) => [Number(row['seq']), row]));
  return [...merged]
    .toSorted(([a], [b]) => b - a)
    .slice(0, limit)
    .map(([, row]) => row);
};
