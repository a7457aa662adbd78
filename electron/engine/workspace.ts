import type { Handlers } from '../../shared/ipc/contract.ts';
import { jarKey, type EngineContext } from './context.ts';

type WorkspaceCommands =
  | 'saveRequest'
  | 'deleteRequest'
  | 'saveFolder'
  | 'saveEnvironment'
  | 'deleteEnvironment'
  | 'saveHostRule'
  | 'deleteHostRule';

export const workspaceHandlers = (context: EngineContext): Pick<Handlers, WorkspaceCommands> => ({
  saveRequest: ({ draft }) => context.workspace().saveRequest(draft),
  deleteRequest: ({ id }) => context.workspace().deleteRequest(id),
  saveFolder: ({ folder }) => context.workspace().saveFolder(folder),
  saveEnvironment: ({ environment }) => context.workspace().saveEnvironment(environment),
  async deleteEnvironment({ id }) {
    await context.workspace().deleteEnvironment(id);
    await context.cookies.clear(jarKey(context, id));
  },
  saveHostRule: ({ rule }) => context.workspace().saveHostRule(rule),
  deleteHostRule: ({ id }) => context.workspace().deleteHostRule(id),
});
