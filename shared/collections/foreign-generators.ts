import { generators } from '../compose/generators.ts';
import { placeholderNames } from '../compose/variables.ts';

/** What other tools call the values that are made up for each request, as their files write it, and what they are here. */
const foreign: readonly (readonly [pattern: string, ours: string])[] = [
  // Postman, Bruno, Hoppscotch and the .http files of two editors.
  [String.raw`(?:\{\{|<<)\s*\$(?:guid|randomUUID|random\.uuid)\s*(?:\}\}|>>)`, '$uuid'],
  [String.raw`(?:\{\{|<<)\s*\$(?:isoTimestamp|datetime\s+iso8601)\s*(?:\}\}|>>)`, '$now'],
  // Insomnia's template tags; its quotes may be escaped by the file around them.
  [String.raw`\{%\s*uuid(?:\s+\\?['"]v4\\?['"])?\s*%\}`, '$uuid'],
  [String.raw`\{%\s*faker\s+\\?['"](?:guid|randomUUID)\\?['"]\s*%\}`, '$uuid'],
  [
    String.raw`\{%\s*(?:now|timestamp)(?:\s+\\?['"]iso-8601\\?['"]\s*(?:,\s*\\?['"]\\?['"]\s*)?)?\s*%\}`,
    '$now',
  ],
  [String.raw`\{%\s*(?:now|timestamp)\s+\\?['"]unix\\?['"]\s*(?:,\s*\\?['"]\\?['"]\s*)?%\}`, '$timestamp'],
  [
    String.raw`\{%\s*(?:now|timestamp)\s+\\?['"]millis\\?['"]\s*(?:,\s*\\?['"]\\?['"]\s*)?%\}`,
    '$timestampMs',
  ],
];

/** A file of another tool with its generators under the names they have here. */
export const withOurGenerators = (text: string): string =>
  foreign.reduce(
    (given, [pattern, ours]) => given.replace(new RegExp(pattern, 'g'), () => `{{${ours}}}`),
    text,
  );

/** One sentence on what a collection makes up that cannot be made up here; nothing where all of it can. */
export const unknownGenerators = (text: string): readonly string[] => {
  const known = new Set(generators.map(({ name }) => name));
  const names = new Set(placeholderNames(text).filter((name) => name.startsWith('$')));
  const unknown = [...names].filter((name) => !known.has(name)).map((name) => `{{${name}}}`);
  return unknown.length === 0
    ? []
    : [`Values that are not made up here stay as they are written: ${unknown.join(', ')}.`];
};
