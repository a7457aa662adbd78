import { prepareRemedy, undoRemedy, type RemedyHost } from '../../shared/remedies/run.ts';
import { ask, notify, type Context } from './context.ts';
import { storeEdits } from './pending-edits.ts';
import { situationOf } from './plans.ts';
import { editCurrent } from './requests.ts';
import { currentRequest, shownRecord } from './selectors.ts';
import * as sending from './sending.ts';
import type { Answers, Plan } from '../../shared/remedies/remedy.ts';
import type { ProfileActions } from './profile-actions.ts';
import type { SendActions } from './send-actions.ts';
import type { ViewActions } from './view-actions.ts';

export interface RemedyActions {
  /** Does what the plan says: changes the request, its profile or the jar, and sends it as the shown attempt's successor. */
  runRemedy(plan: Plan, answers?: Answers): Promise<void>;
  /** Puts everything back as it was before the remedy of the shown attempt. */
  undoRemedy(): Promise<void>;
}

const busyLabels = {
  refresh: 'Refreshing…',
  fetch: 'Fetching token…',
  authorize: 'Waiting for login…',
} as const;

export const remedyActions = (
  context: Context,
  {
    send,
    saveProfile,
    showAttempt,
    openDialog,
  }: Pick<SendActions & ProfileActions & ViewActions, 'send' | 'saveProfile' | 'showAttempt' | 'openDialog'>,
): RemedyActions => {
  const environmentId = (): string => context.get().environmentId;

  /** Sends for a remedy's sake; the attempt is kept beside the others without being shown. */
  const sendErrand: RemedyHost['send'] = async (draft) => {
    const id = context.get().current;
    if (id === undefined) return undefined;
    const sendId = context.newId();
    context.update((state) =>
      sending.sendingBegan(state, id, {
        sendId,
        startedAtMs: context.nowMs(),
        label: 'Fetching…',
      }),
    );
    const reply = await ask(context, 'send', { sendId, draft, environmentId: environmentId() });
    context.update((state) => sending.sendingEnded(state, id, sendId));
    if (reply === undefined) return undefined;
    const { attempt } = reply.value;
    if (attempt.exchanges.length > 0) {
      const record = sending.recordOf(attempt, context.diagnose, { draft, remedy: undefined });
      context.update((state) => sending.attemptKept(state, id, record));
    }
    return attempt;
  };

  const host: RemedyHost = {
    saveProfile,
    send: sendErrand,
    async cookies() {
      return (await ask(context, 'cookies', { environmentId: environmentId() }))?.value;
    },
    async saveCookie(cookie) {
      await ask(context, 'saveCookie', { environmentId: environmentId(), cookie });
    },
    async deleteCookies(cookies) {
      const keys = cookies.map(({ name, domain, path }) => ({ name, domain, path }));
      await ask(context, 'deleteCookies', { environmentId: environmentId(), keys });
    },
  };

  return {
    async runRemedy(plan, answers = {}) {
      if (plan.id === 'report') {
        openDialog({ kind: 'report' });
        return;
      }
      const situation = situationOf(context.get(), context.nowMs());
      if (situation === undefined || currentRequest(context.get())?.sending !== undefined) return;
      await storeEdits();
      const prepared = await prepareRemedy(plan, answers, situation, host);
      if (!prepared.ok) {
        if (prepared.problem !== undefined) notify(context, { tone: 'refused', text: prepared.problem });
        return;
      }
      const { draft, undo } = prepared;
      await send({
        draft,
        remedy: { id: plan.id, label: plan.label, of: situation.attempt.id, undo },
        ...(plan.token === undefined ? {} : { token: plan.token, label: busyLabels[plan.token] }),
        ...(plan.freshConnection === undefined ? {} : { freshConnection: true }),
      });
    },

    async undoRemedy() {
      const { remedy } = shownRecord(context.get()) ?? {};
      if (remedy === undefined) return;
      await undoRemedy(remedy.undo, host);
      context.update((state) => editCurrent(state, () => remedy.undo.draft));
      showAttempt(remedy.of);
      notify(context, { tone: 'neutral', text: 'Undone: the request is as it was before the remedy.' });
    },
  };
};
