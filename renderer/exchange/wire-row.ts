import type { Segment } from './segments.ts';
import type { Lens } from './token-lens.ts';

/** `>` left this computer, `<` came back. */
export type Direction = '>' | '<';

/** One row of the wire as it is drawn. `evidence` are the indexes whose numbers stand in the row's margin. */
export type WireRow =
  | {
      readonly kind: 'head';
      readonly title: string;
      readonly note: string;
      readonly evidence: readonly number[];
    }
  | {
      readonly kind: 'line';
      readonly direction: Direction;
      /** The field's name; absent for start lines, bodies and lines that are no field. */
      readonly name?: string;
      /** What stands between name and value: the colon and its spaces, as on the wire. */
      readonly colon?: string;
      readonly segments: readonly Segment[];
      /** Where the field comes from, for sent fields. */
      readonly provenance?: string;
      /** The status line of an answer; `status` is drawn in the colour of its class. */
      readonly status?: { readonly before: string; readonly code: string; readonly after: string };
      /** First row of the body, or of the fields behind it: a gap stands before it. */
      readonly begins?: true;
      /** Continues the line above, which was too long for one row. */
      readonly continues?: true;
      readonly evidence: readonly number[];
    }
  | {
      readonly kind: 'absent';
      readonly direction: Direction;
      readonly name: string;
      readonly words: string;
      readonly evidence: readonly number[];
    }
  | { readonly kind: 'lens'; readonly lens: Lens; readonly evidence: readonly number[] }
  | { readonly kind: 'note'; readonly text: string; readonly evidence: readonly number[] };

export type LineRow = Extract<WireRow, { kind: 'line' }>;
