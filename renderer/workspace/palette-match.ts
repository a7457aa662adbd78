/** How well what is typed into the palette fits an item, and where it stands in the item's label. */

export interface Matched {
  readonly id: string;
  readonly label: string;
  readonly method?: string;
  /** Matched besides the label, never shown. */
  readonly also?: string;
  /** Found by its content already: it fits whatever its label says. */
  readonly isFound?: true;
}

/** Where each typed word stands in a text; `undefined` where one is missing. Offsets count code units. */
export const matchesOf = (
  text: string,
  query: string,
): readonly (readonly [number, number])[] | undefined => {
  const lower = text.toLowerCase();
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found: [number, number][] = [];
  for (const word of words) {
    const at = lower.indexOf(word);
    if (at < 0) return undefined;
    found.push([at, at + word.length]);
  }
  return found.toSorted(([a], [b]) => a - b);
};

const initialsOf = (label: string): string =>
  label
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .map((word) => word.charAt(0))
    .join('');

/**
 * The smaller, the better; `undefined` where it does not fit. In this order: the label begins with what is typed, a word of
 * it does, it holds the words anywhere, they are found beside it, its initials are typed ("nr": New request).
 */
export const rankOf = (item: Matched, query: string): number | undefined => {
  const label = item.label.toLowerCase();
  const typed = query.trim().toLowerCase();
  if (label.startsWith(typed)) return 0;
  if (label.includes(` ${typed}`)) return 1;
  if (matchesOf(item.label, query) !== undefined) return 2;
  if (matchesOf(`${item.method ?? ''} ${item.label} ${item.also ?? ''}`, query) !== undefined) return 3;
  if (typed.length > 1 && initialsOf(item.label).startsWith(typed)) return 4;
  return item.isFound === true ? 5 : undefined;
};

/** Those that fit, the best first; of equals, what was used lately and then what came first. */
export const bestOf = <Item extends Matched>(
  items: readonly Item[],
  query: string,
  recent: readonly string[],
  most: number,
): readonly Item[] => {
  const recency = (id: string): number => {
    const at = recent.indexOf(id);
    return at < 0 ? recent.length : at;
  };
  return items
    .flatMap((item) => {
      const rank = rankOf(item, query);
      return rank === undefined ? [] : [{ item, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank || recency(a.item.id) - recency(b.item.id))
    .slice(0, most)
    .map(({ item }) => item);
};
