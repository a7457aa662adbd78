import { generators } from '../compose/generators.ts';
import { placeholderNames } from '../compose/variables.ts';
import type { Draft } from '../workspace/draft.ts';

/** What an export must say of values that the request makes anew each time; nothing where it makes none. */
export const generatedNote = (draft: Draft): readonly string[] => {
  const named = new Set(placeholderNames(JSON.stringify(draft)));
  const used = generators.filter(({ name }) => named.has(name)).map(({ name }) => `{{${name}}}`);
  return used.length === 0
    ? []
    : [`Values of this moment stand in place of ${used.join(', ')}: a program has to make its own.`];
};
