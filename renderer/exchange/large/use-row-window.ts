import { useEffect, useState } from 'react';

interface Held<Row> {
  readonly key: string;
  readonly from: number;
  readonly rows: readonly Row[];
}

/** So many rows around what can be seen are asked for with it. */
const margin = 30;

/**
 * The rows that can be seen, asked for as they come into view. `key` says of what they are rows: another key asks anew,
 * and until the answer is there the rows before stay.
 */
export const useRowWindow = <Row>(
  first: number,
  visible: number,
  count: number,
  key: string,
  load: (from: number, count: number) => Promise<readonly Row[]>,
): ((index: number) => Row | undefined) => {
  const [held, setHeld] = useState<Held<Row>>();
  const until = Math.min(count, first + visible);
  const isHeld =
    held?.key === key && held.from <= first && held.from + held.rows.length >= until && held.rows.length > 0;
  const from = Math.max(0, first - margin);
  const wanted = Math.min(count, until + margin) - from;
  useEffect(() => {
    if (isHeld || wanted <= 0) return undefined;
    let stale = false;
    load(from, wanted)
      .then((rows) => {
        if (!stale) setHeld({ key, from, rows });
      })
      // Who feeds the list says why it cannot be read.
      .catch(() => undefined);
    return () => {
      stale = true;
    };
    // `load` is what `key` names.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isHeld, from, wanted, key]);
  return (index) => (held === undefined ? undefined : held.rows[index - held.from]);
};
