import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { parseJson } from '../../shared/exchange/json.ts';
import { draftSchema, type Draft } from '../../shared/workspace/draft.ts';
import { noTabs, openTabsSchema, type KeptTabs, type OpenTabs } from '../../shared/workspace/open-tabs.ts';
import type { Vault } from '../vault/vault-types.ts';
import { privateFile, removeAbandoned, writeAtomically } from './atomic-write.ts';
import { createQueue } from '../queue.ts';

export interface TabsChange {
  readonly tabs: OpenTabs;
  /** What was typed since. */
  readonly drafts: readonly Draft[];
  /** Ids of those that are saved, or that nobody wants any more. */
  readonly dropped: readonly string[];
}

/**
 * Open tabs and what is typed in them, for each workspace by its folder. They lie beside the workspace, not in it: what
 * is half done belongs in nobody's git. A draft may hold secrets anywhere, so it is sealed whole.
 */
export interface TabKeeper {
  /** Reads what is kept. A draft that no tab names any more, as after a crash in between, becomes the last tab. */
  read(workspaceFolder: string): Promise<KeptTabs>;
  /** When it resolves, all of it is on disk. */
  keep(workspaceFolder: string, change: TabsChange): Promise<void>;
  /** Resolves when everything that was asked for is written. */
  settled(): Promise<void>;
}

const version = 1;
const tabsFile = 'tabs.json';
const draftEnding = '.draft';

const storedTabs = openTabsSchema.extend({ version: z.literal(version) });
const storedDraft = z.object({ version: z.literal(version), sealed: z.string() });

const hashed = (text: string): string =>
  createHash('sha256').update(text, 'utf8').digest('base64url').slice(0, 22);

/** A draft opens only for the request and the workspace it was sealed for. */
const purposeOf = (workspaceFolder: string, fileName: string): string =>
  `draft ${hashed(workspaceFolder)} ${fileName}`;

/** Whether a newer why401 wrote the file: then it is neither read nor replaced. */
const isNewer = (document: unknown): boolean =>
  z.object({ version: z.number().gt(version) }).safeParse(document).success;

const documentIn = async (file: string): Promise<unknown> =>
  parseJson(await readFile(file, 'utf8').catch(() => ''));

export const createTabKeeper = (folder: string, vault: Pick<Vault, 'seal' | 'unseal'>): TabKeeper => {
  const placeOf = (workspaceFolder: string): string => join(folder, hashed(workspaceFolder));

  const write = async (file: string, document: object): Promise<void> => {
    if (isNewer(await documentIn(file))) return;
    await writeAtomically(file, `${JSON.stringify({ version, ...document })}\n`, privateFile);
  };

  const draftIn = async (workspaceFolder: string, fileName: string): Promise<Draft | undefined> => {
    const stored = storedDraft.safeParse(await documentIn(join(placeOf(workspaceFolder), fileName)));
    if (!stored.success) return undefined;
    // A vault that is locked, or another one than it was sealed by, leaves the file as it is.
    const text = await vault
      .unseal(stored.data.sealed, purposeOf(workspaceFolder, fileName))
      .catch(() => undefined);
    const draft = draftSchema.safeParse(parseJson(text ?? ''));
    return draft.success ? draft.data : undefined;
  };

  const read = async (workspaceFolder: string): Promise<KeptTabs> => {
    const place = placeOf(workspaceFolder);
    await removeAbandoned(place);
    const stored = storedTabs.safeParse(await documentIn(join(place, tabsFile)));
    const { tabs, closed, current, folded } = stored.success ? stored.data : noTabs;
    const names = (await readdir(place).catch(() => [])).filter((name) => name.endsWith(draftEnding));
    const drafts = (await Promise.all(names.map((name) => draftIn(workspaceFolder, name)))).filter(
      (draft) => draft !== undefined,
    );
    const named = new Set([...tabs, ...closed]);
    const lost = drafts.map(({ id }) => id).filter((id) => !named.has(id));
    return {
      tabs: [...tabs, ...lost],
      closed,
      drafts,
      ...(current === undefined ? {} : { current }),
      ...(folded === undefined ? {} : { folded }),
    };
  };

  const keep = async (workspaceFolder: string, change: TabsChange): Promise<void> => {
    const place = placeOf(workspaceFolder);
    const fileOf = (id: string): string => `${hashed(id)}${draftEnding}`;
    // What is typed comes first: a draft without its tab is found again, a tab without its draft is not.
    for (const draft of change.drafts) {
      const name = fileOf(draft.id);
      const sealed = await vault.seal(JSON.stringify(draft), purposeOf(workspaceFolder, name));
      await write(join(place, name), { sealed });
    }
    await write(join(place, tabsFile), change.tabs);
    for (const id of change.dropped) await rm(join(place, fileOf(id)), { force: true });
  };

  /** One after the other: an older draft must not arrive after a newer one. */
  const queue = createQueue();

  return {
    read: (workspaceFolder) => queue.run(() => read(workspaceFolder)),
    keep: (workspaceFolder, change) => queue.run(() => keep(workspaceFolder, change)),
    settled: () => queue.settled(),
  };
};
