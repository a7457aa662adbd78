import { z } from 'zod';
import { codeFormIds } from '../../export/code-forms.ts';
import { secretForms, shellIds } from '../../export/shells/shell.ts';
import { type Draft, draftSchema } from '../../workspace/draft.ts';
import type { CodeExport, CollectionExport, CollectionPreview, CurlExport, Imported } from '../replies.ts';
import { command } from './command.ts';

/** Several files with their paths inside the folder that was dropped. */
const collectionFiles = z
  .array(z.object({ name: z.string().max(4096), text: z.string().max(50_000_000) }))
  .min(1)
  .max(20_000);

/** What comes from other tools and goes to them. */
export const exchangingCommands = {
  /** Reads the files of another tool's collection and says what would come of them. Keeps nothing. */
  readCollection: command<CollectionPreview>()(z.object({ files: collectionFiles })),

  /** Takes a collection in, below a folder of this name. */
  importCollection: command<Imported & { readonly first?: Draft }>()(
    z.object({ files: collectionFiles, name: z.string().min(1).max(200) }),
  ),

  /** A curl command for a shell. */
  exportCurl: command<CurlExport>()(
    z.object({
      draft: draftSchema,
      environmentId: z.string(),
      shell: z.enum(shellIds),
      /** `variables`: in the place of each secret stands a variable of the shell. */
      secrets: z.enum(secretForms),
    }),
  ),

  /** The request in a programming language; see code-forms.ts. */
  exportCode: command<CodeExport>()(
    z.object({
      draft: draftSchema,
      environmentId: z.string(),
      form: z.enum(codeFormIds),
      secrets: z.enum(['masked', 'included']),
    }),
  ),

  /** The requests of a folder, or of the workspace, as files of another tool. */
  exportCollection: command<CollectionExport>()(
    z.object({ folder: z.array(z.string()), secrets: z.enum(['masked', 'included']) }),
  ),
} as const;
