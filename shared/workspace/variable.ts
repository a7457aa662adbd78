import { z } from 'zod';

/**
 * A name with a value that texts of a request put in by `{{name}}`. A secret one is masked on screen and lies in the
 * vault. Whose it is, and which of several of one name counts, says variable-places.ts.
 */
export const variableSchema = z.object({
  name: z.string(),
  value: z.string(),
  on: z.boolean(),
  secret: z.boolean(),
});
export type Variable = z.infer<typeof variableSchema>;
