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
import { moveFolder } from './move-folder.ts';
import { readText } from './read-documents.ts';
import { createTurns } from './turns.ts';
import { createQueue } from '../queue.ts';

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
  /** Gives a folder of requests another name or place, with all in it, in one step. */
  moveFolder(from: readonly string[], to: readonly string[]): Promise<void>;
  saveProfile(profile: Profile): Promise<Profile>;
  deleteProfile(id: string): Promise<void>;
  saveEnvironment(environment: Environment): Promise<Environment>;
  deleteEnvironment(id: string): Promise<void>;
  saveHostRule(rule: HostRule): Promise<HostRule>;
  /** Writes what an import brings, as one change. What was written stays where one of them fails. */
  saveAll(all: Pick<Workspace, 'requests' | 'folders' | 'environments' | 'profiles'>): Promise<void>;
  /** Deletes all of it, as one change. */
  deleteAll(all: Imported): Promise<void>;
  deleteHostRule(id: string): Promise<void>;
  close(): Promise<void>;
}

const settleMs = 120;

type Foreign = ReadonlyMap<object, ReadonlySet<string>>;
type Named = { readonly id: string; readonly name: string };

const changedElsewhere = (name: string): EngineError =>
  new EngineError(
    'conflict',
    `${name === '' ? 'It' : `“${name}”`} was changed in another why401 since it was opened here. It was read again; look at it, then save once more.`,
  );

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
  const turns = createTurns(join(options.lockFolder, `${lockName}.turn`), options.newId());

  const requests = new DocumentFolder(requestDocuments, folder, options.vault, options.newId);
  const folders = new DocumentFolder(folderDocuments, folder, options.vault, options.newId);
  const profiles = new DocumentFolder(profileDocuments, folder, options.vault, options.newId);
  const environments = new DocumentFolder(environmentDocuments, folder, options.vault, options.newId);
  const hostRules = new DocumentFolder(hostRuleDocuments, folder, options.vault, options.newId);
  const all = [requests, folders, profiles, environments, hostRules];

  const assembled = (): Workspace => ({
    folder,
    name,
    requests: requests.values,
    folders: folders.values.map(folderOf),
    profiles: profiles.values,
    environments: environments.values,
    hostRules: hostRules.values,
    problems: all.flatMap((one) => one.problems),
  });

  /** As it was when all its folders had been read: in between, a request may be there whose profile is not. */
  let whole = assembled();
  const adopt = (): Workspace => (whole = assembled());

  /** One thing at a time, in the order asked for. */
  const { run: queued } = createQueue();

  /** Ids of what others changed meanwhile, by the folder of documents. */
  const reload = async (): Promise<Foreign> => {
    const foreign = new Map<object, ReadonlySet<string>>();
    let changed = false;
    for (const one of all) {
      const read = await one.reload();
      changed ||= read.changed;
      foreign.set(one, new Set(read.ids));
    }
    if (changed) options.onChange(adopt());
    return foreign;
  };

  /** What another host wrote since this one looked last is looked at first: nobody saves over what he has not seen. */
  const lookFirst = async (): Promise<Foreign> =>
    (await turns.isOurs()) ? new Map<object, ReadonlySet<string>>() : reload();

  const edit = <R>(work: (foreign: Foreign) => Promise<R>): Promise<R> =>
    queued(async () => {
      try {
        const result = await withLock(lockPath, async () => {
          const done = await work(await lookFirst());
          await turns.take();
          return done;
        });
        options.onChange(adopt());
        return result;
      } catch (error) {
        adopt();
        if (error instanceof EngineError && error.code === 'conflict') await reload();
        throw error;
      }
    });

  const refuseUnseen = (
    foreign: Foreign,
    into: Pick<DocumentFolder<Named, unknown>, 'nameOf'>,
    id: string,
  ): void => {
    const name = into.nameOf(id);
    if (name !== undefined && foreign.get(into)?.has(id) === true) throw changedElsewhere(name);
  };

  const save = <T extends Named, Saved>(into: DocumentFolder<T, Saved>, value: T): Promise<T> =>
    edit((foreign) => {
      refuseUnseen(foreign, into, value.id);
      return into.save(value);
    });

  const remove = <T extends Named, Saved>(from: DocumentFolder<T, Saved>, id: string): Promise<void> =>
    edit((foreign) => {
      refuseUnseen(foreign, from, id);
      return from.delete(id);
    });

  const saveFolder = async (folder: Folder): Promise<Folder> => {
    if (isSilentFolder(folder)) {
      await folders.delete(folderKey(folder.path));
      return folder;
    }
    return folderOf(await folders.save(folderDocument(folder)));
  };

  for (const one of all) await one.reload();
  adopt();
  if (all.some((one) => one.hasPieces)) {
    await withLock(lockPath, async () => {
      for (const one of all) await one.clear();
    });
  }

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
    current: () => whole,
    saveRequest: (draft) => save(requests, draft),
    deleteRequest: (id) => remove(requests, id),
    saveFolder: (changed) =>
      edit((foreign) => {
        refuseUnseen(foreign, folders, folderKey(changed.path));
        return saveFolder(changed);
      }),
    moveFolder: (from, to) =>
      edit(async () => {
        await moveFolder(join(folder, requestDocuments.folder), from, to);
        await requests.reload();
        await folders.reload();
      }),
    saveProfile: (profile) => save(profiles, profile),
    deleteProfile: (id) => remove(profiles, id),
    saveEnvironment: (environment) => save(environments, environment),
    deleteEnvironment: (id) => remove(environments, id),
    saveHostRule: (rule) => save(hostRules, rule),
    deleteHostRule: (id) => remove(hostRules, id),
    saveAll: (added) =>
      edit(async () => {
        await folders.saveAll(added.folders.filter((one) => !isSilentFolder(one)).map(folderDocument));
        await requests.saveAll(added.requests);
        await environments.saveAll(added.environments);
        await profiles.saveAll(added.profiles);
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
