import type { Handlers } from '../../shared/ipc/contract.ts';
import { folderKey } from '../../shared/workspace/folder.ts';
import { jarKey, type EngineContext } from './context.ts';

type WorkspaceCommands =
  | 'saveRequest'
  | 'deleteRequest'
  | 'saveFolder'
  | 'moveFolder'
  | 'deleteAll'
  | 'saveEnvironment'
  | 'deleteEnvironment'
  | 'saveHostRule'
  | 'deleteHostRule';

export const workspaceHandlers = (context: EngineContext): Pick<Handlers, WorkspaceCommands> => ({
  saveRequest: ({ draft }) => context.workspace().saveRequest(draft),
  deleteRequest: ({ id }) => context.workspace().deleteRequest(id),
  saveFolder: ({ folder }) => context.workspace().saveFolder(folder),
  async moveFolder({ from, to }) {
    const files = context.workspace();
    const moved = files.current().folders.filter(({ path }) => from.every((name, at) => path[at] === name));
    await files.moveFolder(from, to);
    // A token belongs to the place where its folder lay; in the new one it is got anew.
    for (const { path } of moved) await context.tokens.forget(folderKey(path));
  },
  async deleteAll(all) {
    await context.workspace().deleteAll(all);
    for (const id of all.environments) await context.cookies.clear(jarKey(context, id));
    for (const id of all.profiles) await context.tokens.forget(id);
  },
  saveEnvironment: ({ environment }) => context.workspace().saveEnvironment(environment),
  async deleteEnvironment({ id }) {
    await context.workspace().deleteEnvironment(id);
    await context.cookies.clear(jarKey(context, id));
  },
  saveHostRule: ({ rule }) => context.workspace().saveHostRule(rule),
  deleteHostRule: ({ id }) => context.workspace().deleteHostRule(id),
});
