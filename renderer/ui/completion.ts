/** Where a text is being completed, and what may stand there. */
export interface Completion {
  /** The span that the choice takes the place of. */
  readonly from: number;
  readonly to: number;
  readonly choices: readonly Choice[];
}

export interface Choice {
  readonly label: string;
  /** What is put in; the caret stands behind it. */
  readonly insert: string;
  /** What it stands for, safe to show: secrets are masked before they get here. */
  readonly detail?: string;
  /** Where it comes from: "environment Prod". */
  readonly origin?: string;
}

/** What can complete a text at a caret, also an empty one where it was asked for; `undefined` where that is nothing. */
export type Complete = (text: string, caret: number, asked?: boolean) => Completion | undefined;

/** A name that can stand between braces. */
export interface NamedValue {
  readonly name: string;
  readonly shown: string;
  readonly origin: string;
}

const startsFirst = (typed: string, names: readonly NamedValue[]): readonly NamedValue[] => {
  const wanted = typed.toLowerCase();
  const rank = ({ name }: NamedValue): number => name.toLowerCase().indexOf(wanted);
  return names
    .filter((one) => rank(one) >= 0)
    .toSorted((a, b) => Math.min(rank(a), 1) - Math.min(rank(b), 1));
};

/** Completes what is typed after `{{`; braces that close it already are taken along, not doubled. */
export const completeVariables =
  (names: readonly NamedValue[]): Complete =>
  (text, caret) => {
    const open = /\{\{\s*([^{}\r\n]*)$/.exec(text.slice(0, caret));
    if (open === null) return undefined;
    const [, typed = ''] = open;
    const rest = /^[\w$.-]*\s*\}{1,2}/.exec(text.slice(caret))?.[0] ?? '';
    const choices = startsFirst(typed, names).map(({ name, shown, origin }) => ({
      label: name,
      insert: `{{${name}}}`,
      detail: shown,
      origin,
    }));
    return choices.length === 0 ? undefined : { from: open.index, to: caret + rest.length, choices };
  };

/** Completes the whole text of a field to one of the words that begin with it or have a part that does. */
export const completeWords =
  (words: readonly string[]): Complete =>
  (text, caret, asked = false) => {
    const typed = text.slice(0, caret).toLowerCase();
    if ((typed === '' && !asked) || caret < text.length) return undefined;
    if (words.some((word) => word.toLowerCase() === typed)) return undefined;
    const found = words.filter((word) => {
      const lower = word.toLowerCase();
      return lower.startsWith(typed) || lower.includes(`-${typed}`);
    });
    const sorted = found.toSorted(
      (a, b) => Number(!a.toLowerCase().startsWith(typed)) - Number(!b.toLowerCase().startsWith(typed)),
    );
    const choices = sorted.map((word) => ({ label: word, insert: word }));
    return choices.length === 0 ? undefined : { from: 0, to: text.length, choices };
  };

/** The first of several that has something to offer. */
export const completeFirst =
  (...all: readonly Complete[]): Complete =>
  (text, caret, asked) => {
    for (const complete of all) {
      const found = complete(text, caret, asked);
      if (found !== undefined) return found;
    }
    return undefined;
  };
