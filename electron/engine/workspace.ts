import type { Handlers } from '../../shared/ipc/contract.ts';
import type { EngineContext } from './context.ts';

type WorkspaceCommands = 'saveRequest' | 'deleteRequest' | 'saveEnvironment' | 'deleteEnvironment';

export const workspaceHandlers = (context: EngineContext): Pick<Handlers, WorkspaceCommands> => ({
  saveRequest: ({ draft }) => context.workspace().saveRequest(draft),
  deleteRequest: ({ id }) => context.workspace().deleteRequest(id),
  saveEnvironment: ({ environment }) => context.workspace().saveEnvironment(environment),
  deleteEnvironment: ({ id }) => context.workspace().deleteEnvironment(id),
});
