import { z } from 'zod';

/** Sizes that a person drew panes to, in CSS pixels. */
const paneSizesSchema = z.object({
  sidebar: z.number().min(160).max(480).catch(220),
  diagnosis: z.number().min(320).max(720).catch(384),
  /** Height of the diagnosis below the rest, in narrow windows. */
  sheet: z.number().min(140).max(2000).catch(300),
});
export type PaneSizes = Readonly<z.infer<typeof paneSizesSchema>>;

export const usualPaneSizes: PaneSizes = paneSizesSchema.parse({});

/** What a window remembers beside the workspace. It comes from a file, so each part is checked and falls back alone. */
const preferencesSchema = z.object({
  theme: z.enum(['system', 'light', 'dark', 'contrast']).catch('system'),
  sidebarOpen: z.boolean().catch(true),
  /** Titles of the sidebar's sections that are folded to their heads. */
  foldedSections: z.array(z.string()).readonly().catch([]),
  paneSizes: paneSizesSchema.catch(usualPaneSizes),
  environmentId: z.string().catch(''),
  /** Ids of what was run from the palette, the latest first. */
  recentItems: z.array(z.string().max(300)).readonly().catch([]),
});
export type Preferences = Readonly<z.infer<typeof preferencesSchema>>;

/** The names under which they are stored. */
export const preferenceNames = preferencesSchema.keyof().options;

const usual = preferencesSchema.parse({});

export const readPreferences = (raw: unknown): Preferences => preferencesSchema.catch(usual).parse(raw);
