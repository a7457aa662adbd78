import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const boundsSchema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1).max(100_000),
  height: z.int().min(1).max(100_000),
  maximized: z.boolean(),
});

/** Where the window was, in device-independent pixels; without maximizing. */
export type WindowBounds = z.infer<typeof boundsSchema>;

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const smallestWindow = { width: 720, height: 480 };
export const firstWindow = { width: 1360, height: 860 };

const overlap = (from: number, length: number, otherFrom: number, otherLength: number): number =>
  Math.min(from + length, otherFrom + otherLength) - Math.max(from, otherFrom);

/**
 * Bounds for a new window: as saved, where enough of it lies on a display for a hand to catch its title bar; on the
 * main display in the saved size otherwise, because displays come and go.
 */
export const fitBounds = (saved: WindowBounds | undefined, workAreas: readonly Area[]): Partial<Area> => {
  if (saved === undefined) return firstWindow;
  const width = Math.max(saved.width, smallestWindow.width);
  const height = Math.max(saved.height, smallestWindow.height);
  const reachable = workAreas.some(
    (area) =>
      overlap(saved.x, width, area.x, area.width) >= 120 &&
      saved.y >= area.y &&
      overlap(saved.y, 40, area.y, area.height) >= 40,
  );
  return reachable ? { x: saved.x, y: saved.y, width, height } : { width, height };
};

/** The saved bounds; absent where there are none or the file cannot be read: a window's place is no reason to stop. */
export const readBounds = async (file: string): Promise<WindowBounds | undefined> => {
  try {
    return boundsSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
};
