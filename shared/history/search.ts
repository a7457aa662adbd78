/** The keys that narrow a search down, in the order in which they are offered. */
const searchKeys = ['status', 'host', 'cause', 'profile'] as const;
export type SearchKey = (typeof searchKeys)[number];

/**
 * What a person looks for in the history. Every word and every key must hold; of several values of one key, any.
 * `status` takes a number, its beginning or class (`4xx`), or `failed` and the name of a failure.
 */
export interface HistorySearch extends Readonly<Record<SearchKey, readonly string[]>> {
  readonly words: readonly string[];
  /** `is:pinned`: only what is kept for good. */
  readonly pinned: boolean;
}

const piece = /([a-z]+):(?:"([^"]*)"?|(\S*))|"([^"]*)"|"([^"]+)$|(\S+)/giu;

const isKey = (name: string): name is SearchKey => (searchKeys as readonly string[]).includes(name);

/**
 * Reads `status:401 host:api.acme cause:token-expired profile:"Acme prod" words "a phrase"`. What has the look of a key
 * and is none, like the `https:` of an address, is a word; a key without a value yet is being typed, and is left out.
 */
export const parseHistorySearch = (text: string): HistorySearch => {
  const search = {
    words: [] as string[],
    status: [] as string[],
    host: [] as string[],
    cause: [] as string[],
    profile: [] as string[],
    pinned: false,
  };
  for (const [whole, key, quoted, bare, phrase, open, word] of text.matchAll(piece)) {
    const name = key?.toLowerCase() ?? '';
    const value = (quoted ?? bare ?? '').trim();
    if (isKey(name)) {
      if (value !== '') search[name].push(value);
    } else if (name === 'is' && value.toLowerCase() === 'pinned') {
      search.pinned = true;
    } else {
      const said = (key === undefined ? (phrase ?? open ?? word ?? '') : whole).trim();
      if (said !== '') search.words.push(said);
    }
  }
  return search;
};

/** Writes a key with its value as `parseHistorySearch` reads it. */
export const searchTerm = (key: SearchKey | 'is', value: string): string =>
  `${key}:${/[\s"]/u.test(value) || value === '' ? `"${value.replaceAll('"', '')}"` : value}`;

/** Puts a term into a search, or takes it out where it is there already. */
export const toggleTerm = (text: string, term: string): string => {
  const terms = [...text.matchAll(piece)].map(([whole]) => whole);
  const others = terms.filter((other) => other.toLowerCase() !== term.toLowerCase());
  return (others.length === terms.length ? [...terms, term] : others).join(' ');
};

export const hasTerm = (text: string, term: string): boolean =>
  [...text.matchAll(piece)].some(([whole]) => whole.toLowerCase() === term.toLowerCase());
