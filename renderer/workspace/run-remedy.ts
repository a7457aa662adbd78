import type { Plan } from '../../shared/remedies/remedy.ts';
import { runPlan } from '../state/plans.ts';
import { shownRecord } from '../state/selectors.ts';
import { actions, windowStore } from '../state/store.ts';

/** From the palette or by a key. What asks or warns first does so in the diagnosis; anything else runs at once. */
export const runRemedy = (plan: Plan): void => {
  const state = windowStore.getState();
  const record = shownRecord(state);
  if (record === undefined) return;
  const asks = plan.question !== undefined || plan.warning !== undefined;
  const isEarly = plan.notBeforeMs !== undefined && plan.notBeforeMs > Date.now();
  if (!asks && !isEarly) runPlan(actions, record.attempt.id, plan);
  else if (!state.view.diagnosisOpen) actions.toggleDiagnosis();
};
