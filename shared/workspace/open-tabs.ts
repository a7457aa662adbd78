import { z } from 'zod';
import type { Draft } from './draft.ts';

const ids = z.array(z.string().min(1).max(200)).max(2000);

/** Which requests a window has open: ids, in the order of their tabs. */
export const openTabsSchema = z.object({
  tabs: ids,
  /** The one that is shown; absent for the first screen. */
  current: z.string().optional(),
  /** Closed ones that can be opened again, the latest last. */
  closed: ids,
  /** Keys of folders that are folded in the tree; absent for none. */
  folded: z.array(z.string().max(20_000)).max(20_000).optional(),
});
export type OpenTabs = z.infer<typeof openTabsSchema>;

/** Nothing is open. */
export const noTabs: OpenTabs = { tabs: [], closed: [] };

/** What a window finds when it starts: its tabs, and what was typed in them and saved in no file. */
export interface KeptTabs extends OpenTabs {
  /** Of tabs that are open or closed; a tab without one is as its file says. */
  readonly drafts: readonly Draft[];
}
