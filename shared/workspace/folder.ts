import { z } from 'zod';
import { draftAuthSchema } from './draft.ts';
import { variableSchema } from './variable.ts';

/** A folder of the tree as far as it says something of its own. The workspace is the folder whose path is empty. */
export const folderSchema = z.object({
  /** Names of folders, outermost first. */
  path: z.array(z.string()),
  /** Taken by the requests and folders inside that inherit theirs. */
  auth: draftAuthSchema,
  /** In force for the requests inside; absent where it has none. */
  variables: z.array(variableSchema).optional(),
});
export type Folder = z.infer<typeof folderSchema>;

/** One text for one path; also whose tokens they are that a folder's own auth obtained. */
export const folderKey = (path: readonly string[]): string => `folder:${JSON.stringify(path)}`;

/** Whether a folder says anything of its own: one that does not is kept nowhere. */
export const isSilentFolder = ({ auth, variables = [] }: Folder): boolean =>
  auth.kind === 'inherit' && variables.length === 0;

/** What is kept of the folder of this path; one that says nothing where that is nothing. */
export const folderAt = (folders: readonly Folder[], path: readonly string[]): Folder =>
  folders.find((folder) => folderKey(folder.path) === folderKey(path)) ?? {
    path: [...path],
    auth: { kind: 'inherit' },
  };
