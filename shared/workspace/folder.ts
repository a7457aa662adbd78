import { z } from 'zod';
import { draftAuthSchema } from './draft.ts';

/** A folder of the tree as far as it says something of its own. The workspace is the folder whose path is empty. */
export const folderSchema = z.object({
  /** Names of folders, outermost first. */
  path: z.array(z.string()),
  /** Taken by the requests and folders inside that inherit theirs. */
  auth: draftAuthSchema,
});
export type Folder = z.infer<typeof folderSchema>;

/** One text for one path; also whose tokens they are that a folder's own auth obtained. */
export const folderKey = (path: readonly string[]): string => `folder:${JSON.stringify(path)}`;
