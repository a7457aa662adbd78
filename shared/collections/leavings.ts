/** What could not be carried over: places are named, up to three of each kind. */
export class Leavings {
  readonly #places = new Map<string, string[]>();

  /** Says that `what` ("Scripts are not run here") of the thing at `where` was left out. */
  add(what: string, where: string): void {
    this.#places.set(what, [...(this.#places.get(what) ?? []), where]);
  }

  /** One sentence for each kind. */
  sentences(): readonly string[] {
    return [...this.#places].map(([what, places]) => `${what}: ${listed(places)}.`);
  }
}

const listed = (places: readonly string[]): string => {
  const [first, ...rest] = [...new Set(places)];
  if (rest.length === 0) return first ?? '';
  const shown = [first, ...rest].slice(0, 3);
  const more = rest.length + 1 - shown.length;
  return more === 0
    ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`
    : `${shown.join(', ')} and ${more} more`;
};
