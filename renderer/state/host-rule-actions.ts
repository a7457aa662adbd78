import { ask, notify, type Context } from './context.ts';
import { deletion, type Deletions } from './deleting.ts';
import { hostRuleSaved } from './profiles.ts';
import type { HostRule } from '../../shared/workspace/host-rule.ts';

export interface HostRuleActions {
  saveHostRule(rule: HostRule): Promise<void>;
  deleteHostRule(id: string): void;
}

/** What the workspace says of single servers. */
export const hostRuleActions = (context: Context, deletions: Deletions): HostRuleActions => ({
  async saveHostRule(rule) {
    const reply = await ask(context, 'saveHostRule', { rule });
    if (reply !== undefined) context.update((state) => hostRuleSaved(state, reply.value));
  },

  deleteHostRule(id) {
    const rule = context.get().workspace.hostRules.find((other) => other.id === id);
    if (rule === undefined) return;
    const undo = deletions.begin({
      id,
      hide: (state) => {
        const hostRules = state.workspace.hostRules.filter((other) => other.id !== id);
        return { ...state, workspace: { ...state.workspace, hostRules } };
      },
      show: (state) => hostRuleSaved(state, rule),
      finish: async () => {
        await ask(context, 'deleteHostRule', { id });
      },
    });
    notify(context, deletion(rule.name, undo));
  },
});
