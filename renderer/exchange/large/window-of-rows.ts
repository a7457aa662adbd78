/** A browser places nothing further down than some 33 million pixels; long lists are scrolled in proportion instead. */
export const tallest = 8_000_000;

/** How a list of rows of one height lies in its scroll container. All in pixels, rows may be fractions. */
export interface Scroll {
  readonly height: number;
  /** The first row that may stand at the top. */
  readonly last: number;
  /** The list is longer than it may be tall: scrolling is in proportion. */
  readonly isScaled: boolean;
}

export const scrollOf = (count: number, rowHeight: number, boxHeight: number): Scroll => {
  const whole = count * rowHeight;
  return {
    height: Math.min(whole, tallest),
    last: Math.max(0, count - boxHeight / rowHeight),
    isScaled: whole > tallest,
  };
};

/** The row at the top where the container is scrolled so far. */
export const rowAtTop = (scroll: Scroll, scrollTop: number, rowHeight: number, boxHeight: number): number =>
  scroll.isScaled
    ? (scrollTop / Math.max(1, scroll.height - boxHeight)) * scroll.last
    : Math.min(scroll.last, scrollTop / rowHeight);

/** How far the container is scrolled where this row is at the top. */
export const scrollTopOf = (scroll: Scroll, row: number, rowHeight: number, boxHeight: number): number =>
  scroll.isScaled ? (row / Math.max(1, scroll.last)) * (scroll.height - boxHeight) : row * rowHeight;

/** By how many rows a key moves; `undefined` for keys that do not. */
export const rowsOfKey = (key: string, visible: number): number | undefined => {
  const page = Math.max(1, Math.floor(visible) - 1);
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    PageDown: page,
    PageUp: -page,
    Home: Number.NEGATIVE_INFINITY,
    End: Number.POSITIVE_INFINITY,
  };
  return moves[key];
};
