import { sameJson } from '../../shared/exchange/json.ts';
import { folderKey } from '../../shared/workspace/folder.ts';
import type { AppSettings } from '../../shared/settings/app-settings.ts';
import { newDraft, type Draft } from '../../shared/workspace/draft.ts';
import { ask, notify, type Context } from './context.ts';
import { deletion, type Deletions } from './deleting.ts';
import { freeName } from './profiles.ts';
import * as requests from './requests.ts';
import { currentRequest } from './selectors.ts';
import { showTab, withoutTabs, withTab } from './tabs.ts';
import { placeOf } from './tree.ts';
import { withView } from './view.ts';

export interface RequestActions {
  newRequest(): void;
  /** One that lies in that folder once it is saved. */
  newRequestIn(folder: readonly string[]): void;
  openRequest(id: string): void;
  /** Opens a draft that came from a paste, an example or history. */
  openDraft(draft: Draft): void;
  editDraft(change: (draft: Draft) => Draft): void;
  showFirstRun(): void;
  saveRequest(name?: string, folder?: readonly string[]): Promise<void>;
  /** Says whether it was kept. */
  renameRequest(id: string, name: string): Promise<boolean>;
  /** Into the folder of that path; none for the outermost level. */
  moveRequest(id: string, folder: readonly string[]): Promise<void>;
  duplicateRequest(id: string): Promise<void>;
  deleteRequest(id: string): Promise<void>;
}

/** A new request with what the person chose for new ones. */
const asChosen = (blank: Draft, chosen: AppSettings): Draft => ({
  ...blank,
  fieldsOff: chosen.newRequestUserAgent ? blank.fieldsOff : [...blank.fieldsOff, 'user-agent'],
  settings: {
    ...blank.settings,
    timeoutMs: chosen.newRequestTimeoutMs,
    followRedirects: chosen.newRequestRedirects,
  },
});

export const requestActions = (context: Context, deletions: Deletions): RequestActions => {
  const draftOf = (id: string) =>
    context.get().open[id]?.draft ?? context.get().workspace.requests.find((draft) => draft.id === id);

  const namesBeside = (folder: readonly string[]): readonly string[] =>
    context
      .get()
      .workspace.requests.filter((draft) => draft.folder.join('/') === folder.join('/'))
      .map((draft) => draft.name);

  /** Writes only the name or the folder: edits that are open stay edits. Says whether it was written. */
  const changePlace = async (
    id: string,
    change: { readonly name: string } | { readonly folder: string[] },
  ): Promise<boolean> => {
    const saved = context.get().workspace.requests.find((draft) => draft.id === id);
    context.update((state) =>
      requests.withOpen(state, id, (request) => ({ ...request, draft: { ...request.draft, ...change } })),
    );
    if (saved === undefined) return true;
    const sent = { ...saved, ...change };
    const reply = await ask(context, 'saveRequest', { draft: sent });
    if (reply === undefined) return false;
    context.update((state) => {
      const edited = state.open[id]?.draft;
      const next = requests.requestSaved(state, sent, reply.value);
      return edited === undefined || !sameJson(edited, sent)
        ? next
        : requests.withOpen(next, id, (request) => ({ ...request, draft: reply.value }));
    });
    return true;
  };

  return {
    newRequest() {
      const draft = asChosen(newDraft(context.newId()), context.get().settings);
      context.update((state) => requests.openUnsaved(state, draft));
    },
    newRequestIn(folder) {
      const blank = { ...newDraft(context.newId()), folder: [...folder] };
      const draft = asChosen(blank, context.get().settings);
      context.update((state) => requests.openUnsaved(state, draft));
    },
    openRequest(id) {
      context.update((state) => requests.openSaved(state, id));
    },
    openDraft(draft) {
      context.update((state) => requests.openUnsaved(state, draft));
    },
    editDraft(change) {
      context.update((state) => requests.editCurrent(state, change));
    },
    showFirstRun() {
      context.update(requests.showFirstRun);
    },

    /** Without a name, a request that has none asks for one in its dialog. */
    async saveRequest(name, folder) {
      const request = currentRequest(context.get());
      if (request === undefined) return;
      if (name === undefined && request.draft.name === '') {
        context.update((state) => withView(state, { dialog: { kind: 'save-request' } }));
        return;
      }
      const draft = {
        ...request.draft,
        name: name ?? request.draft.name,
        folder: [...(folder ?? request.draft.folder)],
      };
      context.update((state) => requests.editCurrent(state, () => draft));
      const reply = await ask(context, 'saveRequest', { draft });
      if (reply !== undefined) context.update((state) => requests.requestSaved(state, draft, reply.value));
    },

    renameRequest: (id, name) => changePlace(id, { name }),

    async moveRequest(id, folder) {
      const before = draftOf(id);
      if (before === undefined || folderKey(before.folder) === folderKey(folder)) return;
      if (!(await changePlace(id, { folder: [...folder] }))) return;
      notify(context, {
        tone: 'neutral',
        text: `Moved ${before.name === '' ? 'the request' : `“${before.name}”`} ${placeOf(folder)}.`,
        action: { label: 'Undo', run: () => void changePlace(id, { folder: before.folder }) },
      });
    },

    async duplicateRequest(id) {
      const draft = draftOf(id);
      if (draft === undefined) return;
      const wanted = draft.name === '' ? '' : freeName(`${draft.name} copy`, namesBeside(draft.folder));
      const copy = { ...draft, id: context.newId(), name: wanted };
      context.update((state) => requests.openUnsaved(state, copy));
      if (wanted === '') return;
      const reply = await ask(context, 'saveRequest', { draft: copy });
      if (reply !== undefined) context.update((state) => requests.requestSaved(state, copy, reply.value));
    },

    async deleteRequest(id) {
      const state = context.get();
      const saved = state.workspace.requests.find((draft) => draft.id === id);
      const open = state.open[id];
      const at = state.tabs.indexOf(id);
      context.update((before) => withoutTabs(before, [id]));
      if (saved === undefined) return;
      const undo = deletions.begin({
        id,
        hide: (before) => ({
          ...before,
          workspace: {
            ...before.workspace,
            requests: before.workspace.requests.filter((draft) => draft.id !== id),
          },
        }),
        show: (before) => {
          const requestsAgain = [...before.workspace.requests.filter((draft) => draft.id !== id), saved];
          const next = { ...before, workspace: { ...before.workspace, requests: requestsAgain } };
          return open === undefined ? next : showTab(withTab(next, open, at), next.current ?? id);
        },
        finish: async () => {
          await ask(context, 'deleteRequest', { id });
        },
      });
      notify(context, deletion(saved.name, undo));
    },
  };
};
