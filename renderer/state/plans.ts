import { planRemedies } from '../../shared/remedies/index.ts';
import type { Plan, Situation } from '../../shared/remedies/remedy.ts';
import { currentProfile, currentRequest, shownRecord, tokenOf } from './selectors.ts';
import type { Actions, WindowState } from './state.ts';

/** What the remedies of the shown refusal are planned from; nothing where nothing was refused. */
export const situationOf = (state: WindowState, nowMs: number): Situation | undefined => {
  const record = shownRecord(state);
  const finding = record?.diagnosis.findings[0];
  const draft = currentRequest(state)?.draft;
  if (record === undefined || finding === undefined || draft === undefined) return undefined;
  const profile = currentProfile(state);
  return {
    attempt: record.attempt,
    finding,
    draft,
    profile,
    token: profile === undefined ? undefined : tokenOf(state, profile.id),
    nowMs,
  };
};

export const plansOf = (state: WindowState, nowMs: number): readonly Plan[] => {
  const situation = situationOf(state, nowMs);
  return situation === undefined ? [] : planRemedies(situation);
};

const busyLabels = {
  refresh: 'Refreshing…',
  fetch: 'Fetching token…',
  authorize: 'Waiting for login…',
} as const;

/** Does what the plan says: changes the request and, where it says so, sends it as the successor of that attempt. */
export const runPlan = (
  actions: Pick<Actions, 'send' | 'editDraft' | 'openDialog'>,
  ofAttempt: string,
  plan: Plan,
  answers: Readonly<Record<string, string>> = {},
): void => {
  if (plan.id === 'report') {
    actions.openDialog({ kind: 'report' });
    return;
  }
  const draft = plan.apply(answers);
  if (!plan.sendsRequest) {
    actions.editDraft(() => draft);
    return;
  }
  void actions.send({
    draft,
    remedy: { id: plan.id, label: plan.label, of: ofAttempt },
    ...(plan.token === undefined ? {} : { token: plan.token, label: busyLabels[plan.token] }),
  });
};
