import { ask, notify, type Context } from './context.ts';
import { deletion, type Deletions } from './deleting.ts';
import { environmentSaved } from './profiles.ts';
import type { Environment } from '../../shared/workspace/profile.ts';

export interface EnvironmentActions {
  chooseEnvironment(id: string): void;
  saveEnvironment(environment: Environment): Promise<void>;
  deleteEnvironment(id: string): Promise<void>;
}

export const environmentActions = (context: Context, deletions: Deletions): EnvironmentActions => ({
  chooseEnvironment(environmentId) {
    context.update((state) => ({ ...state, environmentId }));
  },

  async saveEnvironment(environment) {
    const reply = await ask(context, 'saveEnvironment', { environment });
    if (reply !== undefined) context.update((state) => environmentSaved(state, reply.value));
  },

  async deleteEnvironment(id) {
    const { workspace, environmentId } = context.get();
    const environment = workspace.environments.find((other) => other.id === id);
    if (environment === undefined) return;
    const undo = deletions.begin({
      id,
      hide: (state) => {
        const environments = state.workspace.environments.filter((other) => other.id !== id);
        return {
          ...state,
          environmentId: environmentId === id ? (environments[0]?.id ?? '') : state.environmentId,
          workspace: { ...state.workspace, environments },
        };
      },
      show: (state) => ({ ...environmentSaved(state, environment), environmentId }),
      finish: async () => {
        await ask(context, 'deleteEnvironment', { id });
      },
    });
    notify(context, deletion(environment.name, undo));
  },
});
