import { z } from 'zod';

/** What a window remembers beside the workspace. It comes from a file, so each part is checked and falls back alone. */
const preferencesSchema = z.object({
  theme: z.enum(['system', 'light', 'dark', 'contrast']).catch('system'),
  sidebarOpen: z.boolean().catch(true),
  environmentId: z.string().catch(''),
});
export type Preferences = z.infer<typeof preferencesSchema>;

export const readPreferences = (raw: unknown): Preferences =>
  preferencesSchema
    .catch({
      theme: 'system',
      sidebarOpen: true,
      environmentId: '',
    })
    .parse(raw);
