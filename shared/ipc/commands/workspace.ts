import { z } from 'zod';
import { type Draft, draftSchema } from '../../workspace/draft.ts';
import { type Folder, folderSchema } from '../../workspace/folder.ts';
import { type HostRule, hostRuleSchema } from '../../workspace/host-rule.ts';
import { openTabsSchema } from '../../workspace/open-tabs.ts';
import { type Environment, environmentSchema } from '../../workspace/profile.ts';
import { command, folderPath, id } from './command.ts';

/** What the workspace keeps as files. */
export const workspaceCommands = {
  saveRequest: command<Draft>()(z.object({ draft: draftSchema })),

  deleteRequest: command<void>()(z.object({ id })),

  /**
   * Remembers which requests are open in the workspace of that folder and what is typed in them, so that neither a
   * reload nor a crash loses it. Its answer says that all of it is on disk. No file of the workspace changes.
   */
  keepTabs: command<void>()(
    z.object({
      workspace: z.string().max(4096),
      tabs: openTabsSchema,
      /** Those that changed since; each takes the place of an older one of its id. */
      drafts: z.array(draftSchema).max(2000),
      /** Ids of those that are saved, or that nobody wants any more. */
      dropped: z.array(id).max(2000),
    }),
  ),

  /** Keeps what a folder, or the workspace itself, says; one that only inherits is forgotten. */
  saveFolder: command<Folder>()(z.object({ folder: folderSchema })),

  /** Deletes all of it as one change: a folder with everything in it, or what an import brought. */
  deleteAll: command<void>()(
    z.object({
      requests: z.array(id),
      folders: z.array(folderPath),
      environments: z.array(id),
      profiles: z.array(id),
    }),
  ),

  /** Gives a folder another name or place, with everything in it. */
  moveFolder: command<void>()(z.object({ from: folderPath, to: folderPath })),

  saveEnvironment: command<Environment>()(z.object({ environment: environmentSchema })),

  deleteEnvironment: command<void>()(z.object({ id })),

  saveHostRule: command<HostRule>()(z.object({ rule: hostRuleSchema })),

  deleteHostRule: command<void>()(z.object({ id })),
} as const;
