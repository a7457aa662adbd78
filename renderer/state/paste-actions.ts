import { looksLikeCollection } from '../../shared/collections/looks-like.ts';
import { emptyDraft, type Draft } from '../../shared/workspace/draft.ts';
import { readPaste, type Pasted } from '../../shared/import/paste.ts';
import { ask, notify, type Context } from './context.ts';
import { draftOfAttempt } from './history.ts';
import { answerOfChallenges, withCredentials, withRecognisedAuth, withTypedField } from './pasting.ts';
import { openUnsaved, setRequestTab } from './requests.ts';
import { currentRequest } from './selectors.ts';
import { attemptEnded, recordOf } from './sending.ts';
import type { RequestTab } from './state.ts';
import type { CollectionActions } from './collection-actions.ts';
import type { RequestActions } from './request-actions.ts';
import type { SendActions } from './send-actions.ts';

export interface PasteActions {
  /** Takes anything: sorts a pasted text and puts it where it belongs. Resolves to a sentence where it made no sense of it. */
  paste(text: string): Promise<string | undefined>;
  openExample(id: string): Promise<void>;
}

/** Takes what a person brings from outside and puts it where it belongs. Nothing of it is sent. */
export const pasteActions = (
  context: Context,
  next: Pick<RequestActions & SendActions & CollectionActions, 'openDraft' | 'send' | 'readCollection'>,
): PasteActions => {
  const say = (notes: readonly string[]): void => {
    if (notes.length > 0) notify(context, { tone: 'neutral', text: notes.join(' ') });
  };

  /** Changes the open request, or a new one where none is open. */
  const change = (tab: RequestTab, edit: (draft: Draft) => Draft): void => {
    context.update((state) => {
      const draft = currentRequest(state)?.draft ?? emptyDraft(context.newId());
      return setRequestTab(openUnsaved(state, edit(draft)), tab);
    });
  };

  const put = (pasted: Pasted): string | undefined => {
    switch (pasted.kind) {
      case 'request':
        for (const draft of [pasted.draft, ...pasted.further].toReversed()) {
          next.openDraft(withRecognisedAuth(draft));
        }
        say(pasted.notes);
        return undefined;
      case 'attempt': {
        const draft = withRecognisedAuth(pasted.draft ?? draftOfAttempt(pasted.attempt, context.newId()));
        const record = recordOf(pasted.attempt, context.diagnose, { draft: undefined, remedy: undefined });
        context.update((state) => attemptEnded(openUnsaved(state, draft), draft.id, record));
        say(pasted.notes);
        return undefined;
      }
      case 'jwt':
        change('auth', (draft) => withCredentials(draft, `Bearer ${pasted.token}`));
        return undefined;
      case 'credentials':
        if (pasted.proxy)
          change('headers', (draft) => withTypedField(draft, 'Proxy-Authorization', pasted.value));
        else change('auth', (draft) => withCredentials(draft, pasted.value));
        return undefined;
      case 'challenges': {
        const answer = readPaste(answerOfChallenges(pasted), context.newId);
        return answer.kind === 'challenges' ? 'These challenges could not be read.' : put(answer);
      }
      case 'unknown':
        return pasted.why;
    }
  };

  return {
    paste: (text) =>
      looksLikeCollection('', text)
        ? next.readCollection([{ name: '', text }])
        : Promise.resolve(put(readPaste(text, context.newId))),

    /** An example is there to be seen failing: its request goes to a server inside why401 and nowhere else. */
    async openExample(id) {
      const reply = await ask(context, 'example', { id });
      if (reply === undefined) return;
      next.openDraft(reply.value);
      await next.send();
    },
  };
};
