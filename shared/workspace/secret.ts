import { z } from 'zod';

/**
 * A text that is a secret. `plain`: typed and not yet stored. `ref`: it lies in the vault under that id; `tail` are its
 * last two characters (tokens only), never more. A file of the workspace only ever holds `ref`.
 */
export const secretTextSchema = z.union([
  z.object({ plain: z.string() }),
  z.object({ ref: z.string(), tail: z.string().max(2).optional() }),
]);
export type SecretText = z.infer<typeof secretTextSchema>;

export const plainSecret = (plain: string): SecretText => ({ plain });

/** Whether a person has given anything at all. */
export const secretIsSet = (secret: SecretText): boolean => 'ref' in secret || secret.plain !== '';

/** What was typed; empty where it lies in the vault. */
export const typedSecret = (secret: SecretText): string => ('plain' in secret ? secret.plain : '');
