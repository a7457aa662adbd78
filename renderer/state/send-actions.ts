import type { TokenAction } from '../../shared/remedies/remedy.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import type { AttemptRecord } from './state.ts';
import { ask, notify, type Context } from './context.ts';
import { storeEdits } from './pending-edits.ts';
import * as requests from './requests.ts';
import { currentRequest } from './selectors.ts';
import * as sending from './sending.ts';

export interface SendOptions {
  readonly token?: TokenAction;
  readonly remedy?: AttemptRecord['remedy'];
  /** Replaces the current draft first: what a remedy's plan made of it. */
  readonly draft?: Draft;
  readonly label?: string;
  readonly freshConnection?: true;
}

export interface SendActions {
  send(options?: SendOptions): Promise<void>;
  cancel(): void;
  showAttempt(id: string): void;
  compare(left: string, right: string): void;
  setOnlyDifferences(on: boolean): void;
}

const tokenLabels = {
  refresh: 'Refreshing…',
  fetch: 'Fetching token…',
  authorize: 'Waiting for login…',
} as const;

export const sendActions = (context: Context): SendActions => ({
  async send(options = {}) {
    const id = context.get().current;
    const request = currentRequest(context.get());
    if (id === undefined || request === undefined || request.sending !== undefined) return;
    const draft = options.draft ?? request.draft;
    if (draft.url.trim() === '') {
      notify(context, { tone: 'neutral', text: 'Type an address first; nothing was sent.' });
      return;
    }
    context.update((state) => requests.editCurrent(state, () => draft));
    const sendId = context.newId();
    context.update((state) =>
      sending.sendingBegan(state, id, {
        sendId,
        startedAtMs: context.nowMs(),
        label: options.label ?? (options.token === undefined ? 'Sending…' : tokenLabels[options.token]),
        remedy: options.remedy,
      }),
    );
    await storeEdits();
    const reply = await ask(context, 'send', {
      sendId,
      draft,
      environmentId: context.get().environmentId,
      ...(options.token === undefined ? {} : { token: options.token }),
      ...(options.remedy === undefined ? {} : { retryOf: options.remedy.of }),
      ...(options.freshConnection === undefined ? {} : { freshConnection: options.freshConnection }),
    });
    if (reply === undefined) {
      context.update((state) => sending.sendingEnded(state, id, sendId));
      return;
    }
    const record = sending.recordOf(reply.value.attempt, context.diagnose, { draft, remedy: options.remedy });
    context.update((state) => sending.attemptEnded(state, id, record));
  },

  cancel() {
    const sendId = currentRequest(context.get())?.sending?.sendId;
    if (sendId !== undefined) void ask(context, 'cancel', { sendId });
  },

  showAttempt(id) {
    context.update((state) => sending.showAttempt(state, id));
  },
  compare(left, right) {
    context.update((state) => sending.compare(state, left, right));
  },
  setOnlyDifferences(on) {
    context.update((state) => sending.setOnlyDifferences(state, on));
  },
});
