/** Where two texts that should be the same part company first. */
export interface LineDifference {
  /** Index of the line. */
  readonly line: number;
  /** "Differs at line 4: x-amz-date". */
  readonly words: string;
}

/** The field's name, where the line is one of a canonical request: "x-amz-date:20260820T120415Z". */
const nameOf = (line: string | undefined): string | undefined =>
  /^([a-z][a-z\d-]*):(?!\/\/)/i.exec(line ?? '')?.[1]?.toLowerCase();

/** Both named where they differ: a field that is missing on one side moves every line below it. */
const named = (ours: string | undefined, theirs: string | undefined): string => {
  const names = [...new Set([nameOf(ours), nameOf(theirs)].filter((name) => name !== undefined))];
  return names.length === 0 ? '' : `: ${names.join(' here, there ')}`;
};

/** The first line that differs, in words; nothing where both texts are the same. */
export const differingLine = (ours: string, theirs: string): LineDifference | undefined => {
  const [left, right] = [ours.split('\n'), theirs.split('\n')];
  const line = Array.from({ length: Math.max(left.length, right.length) }).findIndex(
    (_, at) => left[at] !== right[at],
  );
  if (line < 0) return undefined;
  const where = `line ${line + 1}`;
  if (right[line] === undefined)
    return { line, words: `The server’s ends before ${where}${named(left[line], undefined)}` };
  if (left[line] === undefined)
    return { line, words: `The server’s goes on at ${where}${named(undefined, right[line])}` };
  return { line, words: `Differs at ${where}${named(left[line], right[line])}` };
};
