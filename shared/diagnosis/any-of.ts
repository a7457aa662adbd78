/** Patterns by the words in which each is heard: a server's sentence, or as much of it as matters. */
export type Wordings = Readonly<Record<string, RegExp>>;

const wordings = new WeakMap<RegExp, Wordings>();

/**
 * One pattern out of many: it matches where one of them does, the first of them first, without regard to case. A new
 * member is a line of its own, with words in which it is heard; the tests hold it to them.
 */
export const anyOf = (members: Wordings): RegExp => {
  const pattern = new RegExp(
    Object.values(members)
      .map(({ source }) => source)
      .join('|'),
    'i',
  );
  wordings.set(pattern, members);
  return pattern;
};

/** What a pattern was made of; absent where it was written as one. */
export const wordingsOf = (pattern: RegExp): Wordings | undefined => wordings.get(pattern);
