/** What is measured: a name and the milliseconds of each run. */
export interface Series {
  readonly name: string;
  readonly milliseconds: readonly number[];
}

/** The middle value; of an even count, the mean of the two in the middle. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
};

/** Runs each task in turn, round after round, so that a busy moment of the machine hits all of them alike. */
export const measure = async (
  rounds: number,
  tasks: Readonly<Record<string, () => Promise<unknown>>>,
): Promise<readonly Series[]> => {
  const series = Object.keys(tasks).map((name) => ({ name, milliseconds: [] as number[] }));
  // The first round warms caches and is not counted.
  for (let round = 0; round <= rounds; round += 1) {
    for (const { name, milliseconds } of series) {
      const started = performance.now();
      await tasks[name]?.();
      if (round > 0) milliseconds.push(performance.now() - started);
    }
  }
  return series;
};

/** Prints medians, spread, and how each compares with the first one. */
export const print = (series: readonly Series[]): void => {
  const base = median(series[0]?.milliseconds ?? []);
  const width = Math.max(...series.map(({ name }) => name.length));
  for (const { name, milliseconds } of series) {
    const middle = median(milliseconds);
    const [low, high] = [Math.min(...milliseconds), Math.max(...milliseconds)];
    const figures = `${middle.toFixed(1).padStart(9)} ms   ${low.toFixed(1)}–${high.toFixed(1)}, ${milliseconds.length} runs`;
    console.log(`  ${name.padEnd(width)}${figures}   × ${(middle / base).toFixed(2)}`);
  }
};
