import { z } from 'zod';

/**
 * The keys that a person gave to commands, by the command's id; `null` where a command shall have none. What is not here
 * has the keys of the table of commands.
 */
const ownShortcutsSchema = z.record(z.string().max(100), z.string().min(1).max(60).nullable());
export type OwnShortcuts = Readonly<z.infer<typeof ownShortcutsSchema>>;

/** The name under which they lie among the preferences. */
export const shortcutsPreference = 'shortcuts';

/** What the preferences hold; none where that is nothing, or cannot be read. */
export const ownShortcutsIn = (preferences: Readonly<Record<string, unknown>>): OwnShortcuts => {
  const read = ownShortcutsSchema.safeParse(preferences[shortcutsPreference]);
  return read.success ? read.data : {};
};
