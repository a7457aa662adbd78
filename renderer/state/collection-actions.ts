import type { Draft } from '../../shared/workspace/draft.ts';
import type { Imported } from '../../shared/ipc/replies.ts';
import { whileBusy } from './busy.ts';
import { ask, notify, type Context } from './context.ts';
import { openSaved } from './requests.ts';
import type { WindowState } from './state.ts';
import { withView } from './view.ts';
import type { CollectionFile } from '../../shared/collections/collection.ts';

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `one ${one}` : `${count} ${many}`;

/** The news of the workspace may come after the answer. */
const withSaved = (state: WindowState, draft: Draft): WindowState =>
  state.workspace.requests.some(({ id }) => id === draft.id)
    ? state
    : { ...state, workspace: { ...state.workspace, requests: [...state.workspace.requests, draft] } };

const takeBack = (context: Context, { requests, folders, environments, profiles }: Imported) =>
  ask(context, 'deleteAll', {
    requests: [...requests],
    folders: folders.map((path) => [...path]),
    environments: [...environments],
    profiles: [...profiles],
  });

export interface CollectionActions {
  /** Shows what another tool's collection would bring. Resolves to a sentence where nothing of it can be used. */
  readCollection(files: readonly CollectionFile[], signal?: AbortSignal): Promise<string | undefined>;
  /** Takes it in below a folder of that name; it can be undone from the notice. */
  importCollection(files: readonly CollectionFile[], name: string): Promise<void>;
}

/** Collections of other tools: looked at first, then taken in, and taken back where that was not meant. */
export const collectionActions = (context: Context): CollectionActions => ({
  async readCollection(files, signal) {
    const reply = await ask(context, 'readCollection', { files: [...files] });
    if (reply === undefined || signal?.aborted === true) return undefined;
    const preview = reply.value;
    if (!preview.ok) return preview.message;
    context.update((state) => withView(state, { dialog: { kind: 'import-collection', files, preview } }));
    return undefined;
  },

  async importCollection(files, name) {
    const { dialog } = context.get().view;
    context.update((state) => withView(state, { dialog: undefined }));
    const reply = await whileBusy(context, `Importing into ${name}`, async ({ signal }) => {
      const answer = await ask(context, 'importCollection', { files: [...files], name });
      // Nothing of it may stay, and nothing more is said.
      if (signal.aborted && answer !== undefined) await takeBack(context, answer.value);
      else if (answer === undefined) context.update((state) => withView(state, { dialog }));
      return answer;
    });
    if (reply === undefined) return;
    const { first } = reply.value;
    // Otherwise what was pasted would still stand in its box, as if nothing had happened.
    if (first !== undefined && context.get().current === undefined)
      context.update((state) => openSaved(withSaved(state, first), first.id));
    const { requests, environments, profiles } = reply.value;
    const what = [
      ...(requests.length === 0 ? [] : [counted(requests.length, 'request', 'requests')]),
      ...(environments.length === 0 ? [] : [counted(environments.length, 'environment', 'environments')]),
      ...(profiles.length === 0 ? [] : [counted(profiles.length, 'profile', 'profiles')]),
    ].join(' and ');
    notify(context, {
      tone: 'accepted',
      text: requests.length === 0 ? `Imported ${what}.` : `Imported ${what} into ${name}.`,
      action: {
        label: 'Undo',
        run: () => void takeBack(context, reply.value),
      },
    });
  },
});
