import { z } from 'zod';

/** How much of the history stays. What is pinned stays besides, and counts for nothing here. */
const retentionSchema = z.object({
  /** So many attempts; the oldest go first. `null`: all of them; 0: nothing is written from the start. */
  attempts: z.number().int().min(0).max(10_000_000).nullable(),
  /** Days after which an attempt goes. `null`: never. */
  days: z.number().int().min(1).max(36_500).nullable(),
});
export type Retention = z.infer<typeof retentionSchema>;

export const usualRetention: Retention = { attempts: 5000, days: null };

/** The name under which it lies among the preferences. */
export const retentionPreference = 'historyRetention';

/** What the preferences hold; the usual retention where that is nothing, or cannot be read. */
export const retentionIn = (preferences: Readonly<Record<string, unknown>>): Retention => {
  const read = retentionSchema.safeParse(preferences[retentionPreference]);
  return read.success ? read.data : usualRetention;
};

const dayMs = 86_400_000;

/** Epoch milliseconds before which an attempt goes; 0 where age is no reason to go. */
export const expiryMs = ({ days }: Retention, nowMs: number): number =>
  days === null ? 0 : nowMs - days * dayMs;
