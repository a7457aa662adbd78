/** One of those that can be chosen. */
export interface Option<Id extends string = string> {
  readonly id: Id;
  readonly label: string;
  /** Quiet words at the right. */
  readonly note?: string | undefined;
  /** Heading above it; options of one group stand one after the other. */
  readonly group?: string | undefined;
  /** Other words by which a search finds it. */
  readonly keywords?: readonly string[];
}

export interface OptionSection {
  readonly heading: string | undefined;
  readonly items: readonly Option[];
}

/** Options by their headings, both in their order. */
export const sectionsOf = (options: readonly Option[]): readonly OptionSection[] =>
  [...Map.groupBy(options, ({ group }) => group).entries()].map(([heading, items]) => ({ heading, items }));

const words = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}\s]+/gu, '');
const compact = (text: string): string => words(text).replace(/\s+/g, '');

/** Whether every word that was typed stands in the label, the note or a keyword; letters and figures alone count. */
export const matchesOption = (option: Option, typed: string): boolean => {
  const texts = [words(option.label), words(option.note ?? ''), ...(option.keywords ?? []).map(compact)];
  return typed
    .split(/\s+/)
    .map(compact)
    .every((word) => texts.some((text) => text.includes(word)));
};
