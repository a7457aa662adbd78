/** Parts a list so that two items with a key in common are always in one part, also by way of a third. */
export const partsByKey = <T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
): readonly (readonly T[])[] => {
  const root = items.map((_, at) => at);
  const find = (at: number): number => {
    const above = root[at] ?? at;
    return above === at ? at : find(above);
  };
  const seen = new Map<string, number>();
  items.forEach((item, at) => {
    for (const key of keysOf(item)) {
      const before = seen.get(key);
      if (before === undefined) seen.set(key, at);
      else root[find(at)] = find(before);
    }
  });
  const parts = new Map<number, T[]>();
  items.forEach((item, at) => {
    const part = parts.get(find(at));
    if (part === undefined) parts.set(find(at), [item]);
    else part.push(item);
  });
  return [...parts.values()];
};
