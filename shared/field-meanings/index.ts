import { authenticationFields } from './authentication.ts';
import { browserFields } from './browsers.ts';
import { cachingFields } from './caching.ts';
import { connectionFields } from './connection.ts';
import { contentFields } from './content.ts';
import type { FieldMeaning } from './meaning.ts';

/** Every field that is explained, by the specification's own order of subjects. */
export const fieldMeanings: readonly FieldMeaning[] = [
  ...authenticationFields,
  ...contentFields,
  ...cachingFields,
  ...connectionFields,
  ...browserFields,
].map(([name, says, source]) => ({ name, says, source }));

const byName: ReadonlyMap<string, FieldMeaning> = new Map(
  fieldMeanings.map((meaning) => [meaning.name.toLowerCase(), meaning]),
);

/** What a field of this name is for; `undefined` for names that no standard has. Case does not matter (RFC 9110 §5.1). */
export const meaningOf = (name: string): FieldMeaning | undefined => byName.get(name.toLowerCase());
