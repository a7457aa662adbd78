import { createHash } from 'node:crypto';
import { watch, type FSWatcher } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { EngineError } from '../errors.ts';
import type { Imported, Workspace } from '../../shared/ipc/replies.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import { folderKey, isSilentFolder, type Folder } from '../../shared/workspace/folder.ts';
import type { HostRule } from '../../shared/workspace/host-rule.ts';
import type { Environment, Profile } from '../../shared/workspace/profile.ts';
import { workspaceFormat } from '../../shared/workspace/saved-profile.ts';
import { parseYaml, writeYaml } from '../../shared/workspace/yaml-text.ts';
import type { Vault } from '../vault/vault-types.ts';
import { writeAtomically } from './atomic-write.ts';
import { DocumentFolder } from './document-folder.ts';
import {
  environmentDocuments,
  folderDocument,
  folderDocuments,
  folderOf,
  hostRuleDocuments,
  profileDocuments,
  requestDocuments,
} from './document-kinds.ts';
import { withLock } from './lock.ts';
import { readText } from './read-documents.ts';

export interface WorkspaceOptions {
  readonly folder: string;
  /** Its name where the folder is new. */
  readonly name?: string;
  readonly vault: Vault;
  /** Locks lie here, outside the workspace: they do not belong in git. */
  readonly lockFolder: string;
  readonly newId: () => string;
  /** The workspace changed: here, in another process or by hand. */
  readonly onChange: (workspace: Workspace) => void;
}

export interface WorkspaceFiles {
  /** Its whole path. */
  readonly folder: string;
  current(): Workspace;
  saveRequest(draft: Draft): Promise<Draft>;
  deleteRequest(id: string): Promise<void>;
  /** A folder that says nothing of its own has no file. */
  saveFolder(folder: Folder): Promise<Folder>;
  saveProfile(profile: Profile): Promise<Profile>;
  deleteProfile(id: string): Promise<void>;
  saveEnvironment(environment: Environment): Promise<Environment>;
  deleteEnvironment(id: string): Promise<void>;
  saveHostRule(rule: HostRule): Promise<HostRule>;
  /** Writes what an import brings, as one change. What was written stays where one of them fails. */
  saveAll(all: Pick<Workspace, 'requests' | 'folders' | 'environments' | 'profiles'>): Promise<void>;
  /** Deletes what an import brought, as one change. */
  deleteAll(all: Imported): Promise<void>;
  deleteHostRule(id: string): Promise<void>;
  close(): Promise<void>;
}

const settleMs = 120;

const openWorkspaceFile = async (folder: string, name: string): Promise<string> => {
  const path = join(folder, 'why401.yaml');
  const found = await readText(path, 'why401.yaml');
  if (found === undefined) {
    await writeAtomically(path, writeYaml({ version: 1, name }));
    return name;
  }
  const parsed = parseYaml(found.text);
  const read = parsed.ok ? workspaceFormat.read(parsed.value) : parsed;
  if (!read.ok) throw new EngineError(read.code, `${path}: ${read.message}`);
  return read.value.name;
};

/**
 * Opens or makes the workspace in a folder.
 * @throws EngineError where the folder cannot be used; nothing in it was changed then.
 */
export const openWorkspaceFiles = async (options: WorkspaceOptions): Promise<WorkspaceFiles> => {
  const folder = resolve(options.folder);
  await mkdir(folder, { recursive: true }).catch((error: unknown) => {
    throw new EngineError(
      'bad-argument',
      `${folder} cannot be used as a workspace: it is no folder, or not yours.`,
      {
        cause: error,
      },
    );
  });
  const name = await openWorkspaceFile(folder, options.name ?? basename(folder));
  const lockName = createHash('sha256').update(folder).digest('base64url').slice(0, 22);
  const lockPath = join(options.lockFolder, `${lockName}.lock`);

  const requests = new DocumentFolder(requestDocuments, folder, options.vault, options.newId);
  const folders = new DocumentFolder(folderDocuments, folder, options.vault, options.newId);
  const profiles = new DocumentFolder(profileDocuments, folder, options.vault, options.newId);
  const environments = new DocumentFolder(environmentDocuments, folder, options.vault, options.newId);
  const hostRules = new DocumentFolder(hostRuleDocuments, folder, options.vault, options.newId);
  const all = [requests, folders, profiles, environments, hostRules];

  const current = (): Workspace => ({
    folder,
    name,
    requests: requests.values,
    folders: folders.values.map(folderOf),
    profiles: profiles.values,
    environments: environments.values,
    hostRules: hostRules.values,
    problems: all.flatMap((one) => one.problems),
  });

  /** One thing at a time, in the order asked for. */
  let last: Promise<unknown> = Promise.resolve();
  const queued = <R>(work: () => Promise<R>): Promise<R> => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };

  const reload = async (): Promise<void> => {
    let changed = false;
    for (const one of all) changed = (await one.reload()) || changed;
    if (changed) options.onChange(current());
  };

  const edit = <R>(work: () => Promise<R>): Promise<R> =>
    queued(async () => {
      try {
        const result = await withLock(lockPath, work);
        options.onChange(current());
        return result;
      } catch (error) {
        if (error instanceof EngineError && error.code === 'conflict') await reload();
        throw error;
      }
    });

  const saveFolder = async (folder: Folder): Promise<Folder> => {
    if (isSilentFolder(folder)) {
      await folders.delete(folderKey(folder.path));
      return folder;
    }
    return folderOf(await folders.save(folderDocument(folder)));
  };

  for (const one of all) await one.reload();

  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  const noticed = (): void => {
    if (closed) return;
    clearTimeout(timer);
    timer = setTimeout(() => void queued(reload).catch(() => undefined), settleMs);
  };
  let watcher: FSWatcher | undefined;
  try {
    watcher = watch(folder, { recursive: true, persistent: false }, noticed);
    // A folder that cannot be watched any more (deleted, unmounted) is still read when it is saved to.
    watcher.on('error', () => undefined);
  } catch {
    // Some network file systems offer no watching.
  }

  return {
    folder,
    current,
    saveRequest: (draft) => edit(() => requests.save(draft)),
    deleteRequest: (id) => edit(() => requests.delete(id)),
    saveFolder: (changed) => edit(() => saveFolder(changed)),
    saveProfile: (profile) => edit(() => profiles.save(profile)),
    deleteProfile: (id) => edit(() => profiles.delete(id)),
    saveEnvironment: (environment) => edit(() => environments.save(environment)),
    deleteEnvironment: (id) => edit(() => environments.delete(id)),
    saveHostRule: (rule) => edit(() => hostRules.save(rule)),
    deleteHostRule: (id) => edit(() => hostRules.delete(id)),
    saveAll: (added) =>
      edit(async () => {
        for (const folder of added.folders) await saveFolder(folder);
        for (const draft of added.requests) await requests.save(draft);
        for (const environment of added.environments) await environments.save(environment);
        for (const profile of added.profiles) await profiles.save(profile);
      }),
    deleteAll: (added) =>
      edit(async () => {
        for (const id of added.requests) await requests.delete(id);
        for (const path of added.folders) await folders.delete(folderKey(path));
        for (const id of added.environments) await environments.delete(id);
        for (const id of added.profiles) await profiles.delete(id);
      }),
    async close() {
      closed = true;
      clearTimeout(timer);
      watcher?.close();
      await queued(async () => {
        for (const one of all) await one.sweep().catch(() => undefined);
      });
    },
  };
};
