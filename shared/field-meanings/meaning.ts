/** What a standard field is for. */
export interface FieldMeaning {
  /** As its specification spells it. */
  readonly name: string;
  /** One sentence. */
  readonly says: string;
  /** What defines it; with the section, but for living standards, whose sections move. */
  readonly source: string;
}

/** Rows of a table: name, sentence, section. */
export type MeaningRows = readonly (readonly [name: string, says: string, source: string])[];
