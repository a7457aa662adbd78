import { planRemedies } from '../../shared/remedies/index.ts';
import type { Plan, Situation } from '../../shared/remedies/remedy.ts';
import { currentProfile, currentRequest, shownRecord, tokenOf } from './selectors.ts';
import type { WindowState } from './state.ts';

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
    // The tokens of a request's own auth are kept under the request's id.
    token: tokenOf(state, profile?.id ?? draft.id),
    nowMs,
  };
};

export const plansOf = (state: WindowState, nowMs: number): readonly Plan[] => {
  const situation = situationOf(state, nowMs);
  return situation === undefined ? [] : planRemedies(situation);
};
