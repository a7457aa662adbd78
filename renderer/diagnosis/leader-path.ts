/** A box on the screen, in pixels. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const radius = 6;

const middle = ({ top, bottom }: Box): number => Math.round((top + bottom) / 2) + 0.5;

/** From a point along to `x`, along that edge to another height, and on to the end; corners are rounded. */
const bent = (from: number, fromY: number, x: number, to: number, toY: number): string => {
  const drop = toY - fromY;
  const bend = Math.min(radius, Math.abs(drop) / 2, Math.abs(x - from), Math.abs(x - to) || radius);
  const into = Math.sign(x - from) * bend;
  const out = Math.sign(to - x) * bend;
  const down = Math.sign(drop) * bend;
  if (drop === 0) return `M${from} ${fromY}H${to}`;
  return `M${from} ${fromY}H${x - into}Q${x} ${fromY} ${x} ${fromY + down}V${toY - down}Q${x} ${toY} ${x + out} ${toY}H${to}`;
};

/** Beside the panel: from the bytes' number to the panel's edge, along it, and to the row's number. */
export const leaderBeside = (mark: Box, row: Box, panel: Box): string =>
  bent(mark.right, middle(mark), Math.round(panel.left) - 0.5, row.left, middle(row));

/** Above a sheet: from the bytes' number out to the right margin, down it, and back to the row. */
export const leaderAbove = (mark: Box, row: Box, panel: Box): string =>
  bent(mark.right, middle(mark), Math.round(Math.max(panel.right, mark.right)) - 6.5, row.right, middle(row));

/** Whether the middle of a box can be seen within another. */
export const isSeen = (box: Box, within: Box): boolean => {
  const y = (box.top + box.bottom) / 2;
  return y >= within.top && y <= within.bottom && box.right > within.left && box.left < within.right;
};
