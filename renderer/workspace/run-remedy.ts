import type { Plan } from '../../shared/remedies/remedy.ts';
import { plansOf } from '../state/plans.ts';
import { shownRecord } from '../state/selectors.ts';
import type { Actions } from '../state/actions.ts';
import type { WindowState } from '../state/state.ts';

/** From the palette or by a key. What asks or warns first does so in the diagnosis; anything else runs at once. */
export const runRemedy = (actions: Actions, state: WindowState, plan: Plan, nowMs: number): void => {
  const record = shownRecord(state);
  if (record === undefined) return;
  const asks = plan.question !== undefined || plan.warning !== undefined;
  const isEarly = plan.notBeforeMs !== undefined && plan.notBeforeMs > nowMs;
  if (!asks && !isEarly) void actions.runRemedy(plan);
  else if (!state.view.diagnosisOpen) actions.toggleDiagnosis();
};

export const runFirstRemedy = (actions: Actions, state: WindowState, nowMs: number): void => {
  const [plan] = plansOf(state, nowMs);
  if (plan !== undefined) runRemedy(actions, state, plan, nowMs);
};
