import type { Diagnosis } from '../../shared/diagnosis/diagnosis.ts';
import type { Attempt } from '../../shared/exchange/exchange.ts';
import { responseOf } from '../../shared/exchange/exchange.ts';
import { acmeBoot, fakeHost, type FakeHost } from '../host-fake.test-support.ts';
import { createActions } from './actions.ts';
import type { Context } from './context.ts';
import { createDeletions } from './deleting.ts';
import { initialState } from './initial.ts';
import type { Actions } from './actions.ts';
import type { WindowState } from './state.ts';
import { createTabKeeping } from './tab-keeping.ts';
import { preferencesWatcher, previewWatcher } from './watchers.ts';

/** Refused from 400 on; what exactly was wrong is the business of others. */
export const plainDiagnosis = (attempt: Attempt): Diagnosis => {
  const last = attempt.exchanges.at(-1);
  const response = last === undefined ? undefined : responseOf(last);
  const failed = attempt.stopped !== undefined || (response?.status ?? 0) >= 400;
  return {
    exchange: Math.max(0, attempt.exchanges.length - 1),
    failed,
    findings: failed
      ? [
          {
            cause: 'token-expired',
            confidence: 0.97,
            title: 'Access token expired',
            explanation: '',
            evidence: [
              { text: 'exp', place: { in: 'field', exchange: 0, side: 'request', name: 'Authorization' } },
              { text: 'slow', place: { in: 'timing', exchange: 0 } },
            ],
            remedies: [{ id: 'refresh-token' }],
          },
        ]
      : [],
    ruledOut: [],
  };
};

export interface TestWindow {
  readonly actions: Actions;
  readonly host: FakeHost;
  state(): WindowState;
  /** Lets that much time pass; what was due runs. */
  pass(ms: number): Promise<void>;
  flushDeletions(): void;
}

/** A whole window without a page: own clock, own host. */
export const testWindow = (host: FakeHost = fakeHost(acmeBoot(0))): TestWindow => {
  let state = initialState;
  let now = 1_000_000;
  let count = 0;
  let due: { readonly at: number; readonly run: () => void }[] = [];
  const watchers: ((after: WindowState, before: WindowState) => void)[] = [];
  const context: Context = {
    get: () => state,
    update: (change) => {
      const before = state;
      state = change(state);
      if (state !== before) for (const watch of watchers) watch(state, before);
    },
    host: () => host,
    nowMs: () => now,
    newId: () => `id-${(count += 1)}`,
    diagnose: plainDiagnosis,
    later: (ms, run) => {
      const entry = { at: now + ms, run };
      due.push(entry);
      return () => {
        due = due.filter((other) => other !== entry);
      };
    },
  };
  const deletions = createDeletions(context);
  const keeping = createTabKeeping(context);
  watchers.push(previewWatcher(context), preferencesWatcher(context), keeping.watch);
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    actions: createActions(context, deletions, keeping),
    host,
    state: () => state,
    async pass(ms) {
      now += ms;
      const ready = due.filter((entry) => entry.at <= now);
      due = due.filter((entry) => entry.at > now);
      for (const entry of ready) entry.run();
      await settle();
    },
    flushDeletions: () => {
      deletions.flush();
    },
  };
};

export const bootedWindow = async (host?: FakeHost): Promise<TestWindow> => {
  const window = testWindow(host);
  await window.actions.boot();
  return window;
};
