/** So many places are found; more are a sign that more should be asked for. */
export const mostPlaces = 10_000;

const lower = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte);

/**
 * Where a text stands in a body, in any case of the letters A to Z. Offsets count bytes; places do not overlap. What lies
 * before `from` is passed over.
 */
export const findBytes = (bytes: Uint8Array, text: string, from = 0): readonly number[] => {
  const wanted = new TextEncoder().encode(text).map(lower);
  const [first] = wanted;
  const places: number[] = [];
  if (first === undefined) return places;
  for (let at = from; at <= bytes.length - wanted.length && places.length < mostPlaces; at += 1) {
    if (lower(bytes[at] ?? 0) !== first) continue;
    let length = 1;
    while (length < wanted.length && lower(bytes[at + length] ?? 0) === wanted[length]) length += 1;
    if (length < wanted.length) continue;
    places.push(at);
    at += length - 1;
  }
  return places;
};
